package dev.faultline.aggregator.groups;

import dev.faultline.group.RawPosition;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// The highest raw offset that a group has applied, by lane; -1 where there is none. Immutable.
final class Positions {

    static final Positions NONE = new Positions(new long[0]);

    private final long[] byLane;

    private Positions(long[] byLane) {
        this.byLane = byLane;
    }

    Positions with(RawPosition position) {
        int lane = position.lane();
        if (lane < byLane.length && byLane[lane] >= position.offset()) {
            return this;
        }
        long[] moved = Arrays.copyOf(byLane, Math.max(byLane.length, lane + 1));
        Arrays.fill(moved, byLane.length, moved.length, -1);
        moved[lane] = position.offset();
        return new Positions(moved);
    }

    List<Long> toList() {
        return Arrays.stream(byLane).boxed().toList();
    }

    int sizeInBytes() {
        return 2 + 8 * byLane.length;
    }

    void writeTo(ByteBuffer out) {
        out.putShort((short) byLane.length);
        for (long position : byLane) {
            out.putLong(position);
        }
    }

    static Positions readFrom(ByteBuffer in) {
        long[] byLane = new long[in.getShort()];
        for (int i = 0; i < byLane.length; i++) {
            byLane[i] = in.getLong();
        }
        return new Positions(byLane);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions that && Arrays.equals(byLane, that.byLane);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byLane);
    }

    @Override
    public String toString() {
        return Arrays.toString(byLane);
    }
}
