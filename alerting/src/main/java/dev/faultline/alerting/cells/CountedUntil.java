package dev.faultline.alerting.cells;

import java.time.Instant;

/// Of which time the past is known.
///
/// @param since what was before is not known
/// @param toldAt when lanes told of themselves last
/// @param watermark everything that arrived before is in
public record CountedUntil(Instant since, Instant toldAt, Instant watermark) {}
