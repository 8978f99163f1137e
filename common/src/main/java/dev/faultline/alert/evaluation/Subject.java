package dev.faultline.alert.evaluation;

import java.util.UUID;

/// What an alert is about.
///
/// @param key the value of the rule's `by`; empty without one
public record Subject(UUID rule, int version, String key) {}
