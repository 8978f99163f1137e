package dev.faultline.alert.evaluation;

/// One event, or one thing that happened to a group.
record Happened(long second, Facets facets, String group) {}
