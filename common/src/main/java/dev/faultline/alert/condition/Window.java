package dev.faultline.alert.condition;

import java.time.Duration;

/// A length of time that is looked at.
///
/// @param length 10 s to 30 d, whole seconds
/// @param placeholder whether the condition says `time_window` in its place
public record Window(Duration length, boolean placeholder) {}
