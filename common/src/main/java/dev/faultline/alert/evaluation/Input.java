package dev.faultline.alert.evaluation;

/// Anything that an evaluator takes.
public sealed interface Input permits Cell, Tick, RuleChange {}
