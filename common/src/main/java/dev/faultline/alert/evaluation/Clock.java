package dev.faultline.alert.evaluation;

import java.util.Arrays;

/// How far time is, as told by ticks and cells. Nothing here asks the machine.
final class Clock {

    private final long graceSeconds;
    private final long[] watermarks;
    private long now = Seconds.NEVER;

    Clock(int lanes, long graceSeconds) {
        this.graceSeconds = graceSeconds;
        this.watermarks = new long[lanes];
        Arrays.fill(watermarks, Seconds.NEVER);
    }

    /// The latest second of which anything was heard.
    long now() {
        return now;
    }

    /// Everything that arrived before this second has been counted, in all lanes.
    long watermark() {
        long least = watermarks[0];
        for (long watermark : watermarks) {
            least = Math.min(least, watermark);
        }
        return least;
    }

    /// All counts of earlier seconds are final.
    long settled() {
        long watermark = watermark();
        return watermark == Seconds.NEVER ? watermark : watermark - graceSeconds;
    }

    void see(long second) {
        now = Math.max(now, second);
    }

    void see(Tick tick) {
        long watermark = tick.watermark().getEpochSecond();
        watermarks[tick.lane()] = Math.max(watermarks[tick.lane()], watermark);
        see(tick.time().getEpochSecond());
        see(watermark);
    }

    int lanes() {
        return watermarks.length;
    }

    void write(ByteWriter out) {
        out.number(now);
        out.size(watermarks.length);
        for (long watermark : watermarks) {
            out.number(watermark);
        }
    }

    /// Takes over what was written by a clock with as many lanes or fewer.
    void read(ByteReader in) {
        now = in.number();
        int written = in.size();
        if (written > watermarks.length) {
            throw new IllegalArgumentException(
                    "State of %d lanes can't be read with %d"
                            .formatted(written, watermarks.length));
        }
        for (int i = 0; i < written; i++) {
            watermarks[i] = in.number();
        }
    }
}
