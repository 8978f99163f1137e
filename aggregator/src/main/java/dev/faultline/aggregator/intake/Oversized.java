package dev.faultline.aggregator.intake;

import dev.faultline.topic.DeadLetterHeaders;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.TopicCatalog;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Records that we could not write anew, not even as dead letters: the broker's limit is about
/// compressed bytes, so what a publisher sent may be many times larger. Such a write would end the
/// stream, and again at each start.
final class Oversized {

    static final String REASON =
            "the record has more than %d bytes".formatted(TopicCatalog.MAX_TAKEN_BYTES);

    static final int KEPT_VALUE_BYTES = 64 * 1024;
    private static final int KEPT_KEY_BYTES = 1024;
    private static final int KEPT_PROJECT_BYTES = 256;

    private Oversized() {}

    /// What can be kept of the record, if it is too large: without its other headers, a long key,
    /// and most of its value.
    static Optional<Record<byte[], byte[]>> cut(Record<byte[], byte[]> record) {
        long size = size(record);
        if (size <= TopicCatalog.MAX_TAKEN_BYTES) {
            return Optional.empty();
        }
        RecordHeaders headers = new RecordHeaders();
        Header project = record.headers().lastHeader(RawHeaders.PROJECT);
        if (project != null && length(project.value()) <= KEPT_PROJECT_BYTES) {
            headers.add(project);
        }
        RawHeaders.put(headers, DeadLetterHeaders.SIZE, Long.toString(size));
        byte[] value = record.value();
        return Optional.of(
                new Record<>(
                        length(record.key()) <= KEPT_KEY_BYTES ? record.key() : null,
                        length(value) <= KEPT_VALUE_BYTES
                                ? value
                                : Arrays.copyOf(value, KEPT_VALUE_BYTES),
                        record.timestamp(),
                        headers));
    }

    private static long size(Record<byte[], byte[]> record) {
        long headers =
                StreamSupport.stream(record.headers().spliterator(), false)
                        .mapToLong(header -> 3L * header.key().length() + length(header.value()))
                        .sum();
        return length(record.key()) + (long) length(record.value()) + headers;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
