package dev.faultline.alert.evaluation;

import java.time.Instant;

/// Time that has passed at one counter, told as data, so that alerts go on when events stop.
///
/// @param lane the counter
/// @param time when it was told
/// @param watermark up to when the counter has counted what arrived: everything it will still count
///   has arrived later
public record Tick(int lane, Instant time, Instant watermark) implements Input {}
