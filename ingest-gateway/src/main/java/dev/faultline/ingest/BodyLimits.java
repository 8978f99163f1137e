package dev.faultline.ingest;

import dev.faultline.event.EventLimits;

/// How large a request's body may be.
///
/// @param sentBytes as sent
/// @param decompressedBytes after decompression
record BodyLimits(int sentBytes, int decompressedBytes) {
    /// One event.
    static final BodyLimits EVENT =
            new BodyLimits(EventLimits.BODY_BYTES, EventLimits.DECOMPRESSED_BYTES);

    /// Many events.
    static final BodyLimits BATCH = new BodyLimits(8 * 1024 * 1024, 32 * 1024 * 1024);

    /// How many times its size a body may grow by decompression. JSON of errors grows tenfold; a
    /// bomb a thousandfold.
    static final int MAX_RATIO = 100;
}
