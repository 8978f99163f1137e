package dev.faultline.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.grouping.Fingerprint;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The headers of a raw record. A direct publisher needs none of them.
public final class RawHeaders {

    /// The project the event belongs to; `default` where it is absent.
    public static final String PROJECT = "project";

    /// The version of the record's JSON; 1 where it is absent.
    public static final String SCHEMA_VERSION = "schema_version";

    /// The only version there is.
    public static final String CURRENT_SCHEMA = "1";

    /// Says that a record without a value is no event, see [#isMarker].
    public static final String MARKER = "marker";

    private static final String FINGERPRINT = "fingerprint";
    private static final String FINGERPRINT_VERSION = "fingerprint_version";

    private static final String SETTINGS_REVISION = "settings_revision";

    private RawHeaders() {}

    /// The text of a header; empty if it is absent or has no value.
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    /// Whether a record only marks the time: the aggregator writes such records, so that time goes
    /// on in a partition that no events come to. Whoever else writes one does no harm: the time is
    /// the broker's, and an event without a value is none.
    public static boolean isMarker(byte @Nullable [] value, Headers headers) {
        return value == null && headers.lastHeader(MARKER) != null;
    }

    public static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    public static void putFingerprint(Headers headers, Fingerprint fingerprint) {
        put(headers, FINGERPRINT, fingerprint.value());
        put(headers, FINGERPRINT_VERSION, Integer.toString(fingerprint.version()));
    }

    /// The fingerprint that the gateway computed; empty if there is none or it can't be read.
    public static Optional<Fingerprint> fingerprint(Headers headers) {
        Optional<String> value = text(headers, FINGERPRINT);
        Optional<String> version = text(headers, FINGERPRINT_VERSION);
        if (value.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Fingerprint(Integer.parseInt(version.get()), value.get()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Says that the event is scrubbed and grouped by the project's settings of this revision.
    public static void putSettingsRevision(Headers headers, long revision) {
        put(headers, SETTINGS_REVISION, Long.toString(revision));
    }

    /// The revision of the project's settings that a gateway scrubbed and grouped the event by;
    /// empty if nobody has.
    public static OptionalLong settingsRevision(Headers headers) {
        try {
            return text(headers, SETTINGS_REVISION)
                    .map(text -> OptionalLong.of(Long.parseLong(text)))
                    .orElseGet(OptionalLong::empty);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
