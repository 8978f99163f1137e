package dev.faultline.alert.condition;

/// What holds or does not at the end of a window.
public sealed interface Expression permits Compound, MetricTest {}
