package dev.faultline.alerting.cells;

import dev.faultline.alert.evaluation.Tick;
import java.time.Instant;

/// How far a lane has counted, as one partition of the topic was told.
///
/// @param shard the partition
/// @param since the first time that was told
/// @param toldAt the last
record LaneTime(int shard, int lane, Instant since, Instant toldAt, Instant watermark) {

    static LaneTime of(int shard, Tick tick) {
        return new LaneTime(shard, tick.lane(), tick.time(), tick.time(), tick.watermark());
    }

    /// The two together.
    LaneTime and(LaneTime other) {
        return new LaneTime(
                shard,
                lane,
                earlier(since, other.since),
                later(toldAt, other.toldAt),
                later(watermark, other.watermark));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
