package dev.faultline.grouping.rule;

/// What a rule has set for an event.
///
/// @param rule that matched
public record RuleFingerprint(GroupingRule rule, FingerprintParts parts) {}
