package dev.faultline.group;

import java.util.List;

/// Where an event entered: its lane and its offset there.
///
/// Events reach the aggregator on lanes that each keep their order: lane `r` below the partition
/// count is partition `r` of the raw topic, lane `count + r` is partition `r` of the topic of
/// re-keyed records.
///
/// @param lane 0 to twice the partition count, exclusive
/// @param offset in that partition
public record RawPosition(int lane, long offset) {

    public RawPosition {
        if (lane < 0 || offset < 0) {
            throw new IllegalArgumentException("lane and offset must not be negative");
        }
    }

    /// Whether a group with these positions has applied the record at this place: it keeps the
    /// highest offset applied on each lane.
    public boolean isAppliedIn(List<Long> positions) {
        return lane < positions.size() && positions.get(lane) >= offset;
    }
}
