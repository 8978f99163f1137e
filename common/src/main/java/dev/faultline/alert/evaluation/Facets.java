package dev.faultline.alert.evaluation;

import dev.faultline.event.Severity;

/// What the events of a cell have in common, apart from their group.
public record Facets(Signal signal, Severity severity, String source, String environment) {}
