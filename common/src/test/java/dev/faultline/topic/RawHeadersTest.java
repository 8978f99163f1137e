package dev.faultline.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.Fingerprint;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawHeadersTest {

    private static final Fingerprint FINGERPRINT =
            new Fingerprint(1, "0123456789abcdef0123456789abcdef");

    private final Headers headers = new RecordHeaders();

    @Test
    void readsWhatItPuts() {
        RawHeaders.put(headers, RawHeaders.PROJECT, "größe");

        assertThat(RawHeaders.text(headers, RawHeaders.PROJECT)).contains("größe");
    }

    @Test
    void findsNothingWhereNothingStands() {
        headers.add("empty", null);

        assertThat(RawHeaders.text(headers, RawHeaders.PROJECT)).isEmpty();
        assertThat(RawHeaders.text(headers, "empty")).isEmpty();
        assertThat(RawHeaders.fingerprint(headers)).isEmpty();
    }

    @Test
    void knowsAMarkerByItsHeaderAndByHavingNoValue() {
        assertThat(RawHeaders.isMarker(null, headers)).isFalse();
        headers.add(RawHeaders.MARKER, new byte[0]);

        assertThat(RawHeaders.isMarker(null, headers)).isTrue();
        assertThat(RawHeaders.isMarker(new byte[0], headers)).isFalse();
    }

    @Test
    void putsInPlaceOfWhatStood() {
        RawHeaders.put(headers, RawHeaders.PROJECT, "old");
        RawHeaders.put(headers, RawHeaders.PROJECT, "new");

        assertThat(headers.headers(RawHeaders.PROJECT)).hasSize(1);
        assertThat(RawHeaders.text(headers, RawHeaders.PROJECT)).contains("new");
    }

    @Test
    void takesTheLastOfSeveral() {
        headers.add(RawHeaders.PROJECT, "first".getBytes(UTF_8));
        headers.add(RawHeaders.PROJECT, "last".getBytes(UTF_8));

        assertThat(RawHeaders.text(headers, RawHeaders.PROJECT)).contains("last");
    }

    @Test
    void readsTheFingerprintItPuts() {
        RawHeaders.putFingerprint(headers, FINGERPRINT);

        assertThat(RawHeaders.fingerprint(headers)).contains(FINGERPRINT);
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789abcdef0123456789abcdef, 0",
        "0123456789abcdef0123456789abcdef, 128",
        "0123456789abcdef0123456789abcdef, x",
        "0123456789abcdef0123456789abcdef, ''",
        "0123456789abcdef0123456789abcdef, 99999999999",
        "0123456789abcdef, 1",
        "'', 1"
    })
    void readsNoOtherFingerprints(String value, String version) {
        RawHeaders.put(headers, "fingerprint", value);
        RawHeaders.put(headers, "fingerprint_version", version);

        assertThat(RawHeaders.fingerprint(headers)).isEmpty();
    }
}
