package dev.faultline.grouping.rule;

/// What a rule does.
public sealed interface RuleAction {

    /// Groups the events that match by this instead of by what they hold.
    record SetFingerprint(FingerprintTemplate fingerprint) implements RuleAction {}

    /// Says of the frames that match whether they are the application's.
    record MarkFrames(boolean inApp) implements RuleAction {}
}
