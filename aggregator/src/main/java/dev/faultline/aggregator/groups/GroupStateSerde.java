package dev.faultline.aggregator.groups;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupStatus;
import dev.faultline.grouping.Fingerprint;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/// The fixed layout of a [GroupState] in the store and its changelog: the layout's version, then
/// the fields in their order; texts as length and UTF-8, positions as count and values. Layout 2
/// ends with the time at which the group was opened; for layout 1 that is when it was first seen.
final class GroupStateSerde {

    private static final byte LAYOUT = 2;
    private static final byte WITHOUT_OPENED_AT = 1;
    private static final int FIXED_BYTES = 1 + 1 + 16 + 4 + 1 + 1 + 1 + 12 * 8;
    private static final GroupStatus[] STATUSES = {
        GroupStatus.UNRESOLVED, GroupStatus.RESOLVED, GroupStatus.DELETED
    };

    private GroupStateSerde() {}

    static Serde<GroupState> serde() {
        Serializer<GroupState> serializer = (_, state) -> state == null ? null : write(state);
        Deserializer<GroupState> deserializer = (_, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static byte[] write(GroupState state) {
        byte[] project = state.project().value().getBytes(UTF_8);
        byte[] source = state.source().getBytes(UTF_8);
        byte[] environment = state.environment().getBytes(UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(
                        FIXED_BYTES
                                + 6
                                + project.length
                                + source.length
                                + environment.length
                                + state.positions().sizeInBytes());
        out.put(LAYOUT)
                .put((byte) state.fingerprint().version())
                .put(HexFormat.of().parseHex(state.fingerprint().value()))
                .putInt(state.generation())
                .put(code(state.status()))
                .put((byte) (state.regressed() ? 1 : 0))
                .put(state.severity().code())
                .putLong(state.version())
                .putLong(state.count())
                .putLong(state.firstSeen())
                .putLong(state.lastSeen())
                .putLong(state.latestAppend())
                .putLong(state.createdAt())
                .putLong(state.updatedAt())
                .putLong(state.maxAppend())
                .putLong(state.resolvedAt())
                .putLong(state.deletedAt())
                .putLong(state.commandOffset());
        putText(out, project);
        putText(out, source);
        putText(out, environment);
        state.positions().writeTo(out);
        out.putLong(state.openedAt());
        return out.array();
    }

    static GroupState read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte layout = in.get();
        if (layout != LAYOUT && layout != WITHOUT_OPENED_AT) {
            throw new SerializationException(
                    "A group's state of layout %d, written by a newer Faultline".formatted(layout));
        }
        int fingerprintVersion = in.get();
        byte[] fingerprint = new byte[16];
        in.get(fingerprint);
        int generation = in.getInt();
        GroupStatus status = STATUSES[in.get()];
        boolean regressed = in.get() == 1;
        Severity severity = Severity.ofCode(in.get());
        long version = in.getLong();
        long count = in.getLong();
        long firstSeen = in.getLong();
        long lastSeen = in.getLong();
        long latestAppend = in.getLong();
        long createdAt = in.getLong();
        long updatedAt = in.getLong();
        long maxAppend = in.getLong();
        long resolvedAt = in.getLong();
        long deletedAt = in.getLong();
        long commandOffset = in.getLong();
        ProjectId project = new ProjectId(text(in));
        String source = text(in);
        String environment = text(in);
        Positions positions = Positions.readFrom(in);
        long openedAt = layout == WITHOUT_OPENED_AT ? firstSeen : in.getLong();
        return new GroupState(
                project,
                new Fingerprint(fingerprintVersion, HexFormat.of().formatHex(fingerprint)),
                generation,
                version,
                count,
                status,
                regressed,
                severity,
                source,
                environment,
                firstSeen,
                lastSeen,
                openedAt,
                latestAppend,
                createdAt,
                updatedAt,
                maxAppend,
                resolvedAt,
                deletedAt,
                positions,
                commandOffset);
    }

    private static byte code(GroupStatus status) {
        return switch (status) {
            case UNRESOLVED -> 0;
            case RESOLVED -> 1;
            case DELETED -> 2;
        };
    }

    private static void putText(ByteBuffer out, byte[] text) {
        out.putShort((short) text.length).put(text);
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[in.getShort()];
        in.get(text);
        return new String(text, UTF_8);
    }
}
