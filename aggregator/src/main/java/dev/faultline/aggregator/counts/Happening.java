package dev.faultline.aggregator.counts;

import dev.faultline.count.EventCounts;
import dev.faultline.event.ProjectId;
import java.time.Instant;

/// What a project's counts gain.
///
/// @param at when it happened
public record Happening(ProjectId project, Instant at, EventCounts counts) {}
