package dev.faultline.group;

/// What the aggregator's first stage tells its second.
public sealed interface FactsRecord permits Fact, Progress {}
