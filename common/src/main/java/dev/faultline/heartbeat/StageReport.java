package dev.faultline.heartbeat;

import org.jspecify.annotations.Nullable;

/// One stage of a process.
///
/// @param problem why it can't do its job now, a sentence for the operator; null if it can
public record StageReport(StageName stage, @Nullable String problem) {}
