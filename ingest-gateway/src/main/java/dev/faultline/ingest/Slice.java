package dev.faultline.ingest;

import java.util.Arrays;

/// Where an entry stands in a batch's body.
record Slice(int offset, int length) {
    byte[] of(byte[] body) {
        return Arrays.copyOfRange(body, offset, offset + length);
    }
}
