package dev.faultline.aggregator.cells;

import dev.faultline.alert.evaluation.Facets;
import dev.faultline.event.ProjectId;
import java.time.Instant;

/// Something that alert rules may count.
///
/// @param group id of the group that it happened to
/// @param at when it happened
/// @param count how often; at least 1
public record Sighting(ProjectId project, Facets facets, String group, Instant at, int count) {}
