package dev.faultline.aggregator.alerts;

import dev.faultline.alert.evaluation.Tick;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The last time that each lane has told: what an evaluator needs that begins later, or whose state
/// was written earlier.
final class LaneTimes {

    private static final int BYTES = 4 + 8 + 8;

    private final SortedMap<Integer, Tick> byLane = new TreeMap<>();

    void see(Tick tick) {
        byLane.merge(tick.lane(), tick, LaneTimes::later);
    }

    private static Tick later(Tick one, Tick other) {
        return new Tick(
                one.lane(),
                later(one.time(), other.time()),
                later(one.watermark(), other.watermark()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    Iterable<Tick> ticks() {
        return byLane.values();
    }

    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(byLane.size() * BYTES);
        byLane.values()
                .forEach(tick ->
                        out.putInt(tick.lane())
                                .putLong(tick.time().toEpochMilli())
                                .putLong(tick.watermark().toEpochMilli()));
        return out.array();
    }

    static LaneTimes fromBytes(Optional<byte[]> bytes) {
        LaneTimes times = new LaneTimes();
        ByteBuffer in = ByteBuffer.wrap(bytes.orElse(new byte[0]));
        while (in.remaining() >= BYTES) {
            times.see(
                    new Tick(
                            in.getInt(),
                            Instant.ofEpochMilli(in.getLong()),
                            Instant.ofEpochMilli(in.getLong())));
        }
        return times;
    }
}
