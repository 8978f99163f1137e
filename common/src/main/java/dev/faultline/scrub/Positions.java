package dev.faultline.scrub;

import java.util.Arrays;

/// A growing list of positions in a text, in order.
final class Positions {

    private int[] positions = new int[32];
    private int size;

    void add(int position) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size * 2);
        }
        positions[size++] = position;
    }

    int size() {
        return size;
    }

    int get(int i) {
        return positions[i];
    }
}
