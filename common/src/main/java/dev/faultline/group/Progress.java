package dev.faultline.group;

import java.time.Instant;

/// How far a partition of the raw topic has been taken in: all that the broker appended to it
/// before stands before this in each partition of the facts, except what goes on from there to
/// another.
///
/// Produced by the aggregator's first stage for every partition of the facts, consumed by its
/// second.
///
/// @param source the partition of the raw topic
/// @param appendTime when the broker appended the last record that was taken in
public record Progress(int source, Instant appendTime) implements FactsRecord {}
