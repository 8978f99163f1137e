package dev.faultline.aggregator.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import dev.faultline.event.ProjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/// The fixed layouts of cells in the store and its changelog, big-endian.
///
/// A key is the code of the span (1), the start in milliseconds (8) and the project in UTF-8, so
/// the cells of a span lie in the order of time. A value is the layout's version (1), then fatal,
/// error, warning, info, debug and resolved (8 each).
final class CellSerdes {

    private static final byte LAYOUT = 1;
    private static final int KEY_BYTES = 1 + 8;
    private static final int COUNTS_BYTES = 1 + 6 * 8;

    private CellSerdes() {}

    static Serde<CellKey> keys() {
        Serializer<CellKey> serializer = (_, key) -> key == null ? null : write(key);
        Deserializer<CellKey> deserializer = (_, bytes) -> bytes == null ? null : readKey(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static Serde<EventCounts> counts() {
        Serializer<EventCounts> serializer = (_, counts) -> counts == null ? null : write(counts);
        Deserializer<EventCounts> deserializer =
                (_, bytes) -> bytes == null ? null : readCounts(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static byte[] write(CellKey key) {
        byte[] project = key.project().value().getBytes(UTF_8);
        return ByteBuffer.allocate(KEY_BYTES + project.length)
                .put(key.span().code())
                .putLong(key.start().toEpochMilli())
                .put(project)
                .array();
    }

    static CellKey readKey(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CountSpan span = CountSpan.ofCode(in.get());
        Instant start = Instant.ofEpochMilli(in.getLong());
        return new CellKey(span, start, new ProjectId(UTF_8.decode(in).toString()));
    }

    static byte[] write(EventCounts counts) {
        return ByteBuffer.allocate(COUNTS_BYTES)
                .put(LAYOUT)
                .putLong(counts.fatal())
                .putLong(counts.error())
                .putLong(counts.warning())
                .putLong(counts.info())
                .putLong(counts.debug())
                .putLong(counts.resolved())
                .array();
    }

    static EventCounts readCounts(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte layout = in.get();
        if (layout != LAYOUT) {
            throw new SerializationException(
                    "Counts of layout %d, written by a newer Faultline".formatted(layout));
        }
        return new EventCounts(
                in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}
