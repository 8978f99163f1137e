package dev.faultline.alert.evaluation;

/// What an alert is for: from the first to the last end of a window at which the rule held.
public record Episode(String key, long from, long to) {}
