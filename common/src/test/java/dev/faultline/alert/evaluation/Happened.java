package dev.faultline.alert.evaluation;

/// One event, or one thing that happened to a group.
public record Happened(long second, Facets facets, String group) {}
