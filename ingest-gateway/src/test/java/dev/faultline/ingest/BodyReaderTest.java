package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyReaderTest {
    private static final BodyLimits LIMITS = new BodyLimits(20_000, 60_000);

    private final BodyReader reader = new BodyReader(new BodyMemory(100_000));

    @Test
    void readsAPlainBodyUpToTheLimit() {
        byte[] sent = noise(20_000);

        assertThat(read(sent, null)).isEqualTo(sent);
    }

    @Test
    void refusesALargerBody() {
        assertRefused(noise(20_001), null, ProblemType.PAYLOAD_TOO_LARGE);
    }

    @Test
    void refusesALargerBodyOfUnknownLength() {
        var request =
                new MockHttpServletRequest() {
                    @Override
                    public long getContentLengthLong() {
                        return -1;
                    }
                };
        request.setContent(noise(20_001));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> reader.read(request, LIMITS))
                .withMessage("The body is too large: at most 20000 bytes are allowed here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void decompresses(String encoding) throws IOException {
        byte[] content = "{\"message\":\"no\"}".getBytes(UTF_8);

        assertThat(read(gzip(content), encoding)).isEqualTo(content);
    }

    @Test
    void decompressesSeveralMembers() throws IOException {
        byte[] member = gzip(new byte[] {1, 2, 3});
        byte[] twice = Arrays.copyOf(member, 2 * member.length);
        System.arraycopy(member, 0, twice, member.length, member.length);

        assertThat(read(twice, "gzip")).containsExactly(1, 2, 3, 1, 2, 3);
    }

    @Test
    void refusesWhatGrowsOverTheLimit() throws IOException {
        byte[] content = new byte[60_001];
        System.arraycopy(noise(10_000), 0, content, 0, 10_000);

        assertRefused(gzip(content), "gzip", ProblemType.PAYLOAD_TOO_LARGE);
    }

    @Test
    void refusesWhatGrowsMoreThanAHundredfold() throws IOException {
        byte[] bomb = gzip(new byte[59_000]);

        assertThat(59_000 / bomb.length).isGreaterThan(100);
        assertRefused(bomb, "gzip", ProblemType.PAYLOAD_TOO_LARGE);
    }

    @Test
    void refusesWhatIsNotGzip() {
        assertRefused(new byte[] {1, 2, 3}, "gzip", ProblemType.INVALID_REQUEST);
        assertRefused(new byte[0], "gzip", ProblemType.INVALID_REQUEST);
    }

    @Test
    void refusesCutGzip() throws IOException {
        byte[] whole = gzip(noise(1_000));

        assertRefused(Arrays.copyOf(whole, whole.length - 9), "gzip", ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", ""})
    void refusesOtherEncodings(String encoding) {
        assertRefused(new byte[1], encoding, ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void refusesMoreThanTheMemoryHoldsUntilSomeIsFree() {
        for (int i = 0; i < 2; i++) {
            Body first = reader.read(request(noise(20_000), null), new BodyLimits(60_000, 60_000));
            Body second = reader.read(request(noise(60_000), null), new BodyLimits(60_000, 60_000));
            assertRefused(noise(20_001), null, ProblemType.PAYLOAD_TOO_LARGE);
            assertThat(read(noise(20_000), null)).hasSize(20_000);
            Body third = reader.read(request(noise(20_000), null), LIMITS);
            assertRefused(noise(1), null, ProblemType.UNAVAILABLE);
            first.close();
            second.close();
            third.close();
        }
    }

    private void assertRefused(byte[] sent, String encoding, ProblemType type) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> reader.read(request(sent, encoding), LIMITS))
                .extracting(ApiException::type)
                .isEqualTo(type);
    }

    private byte[] read(byte[] sent, String encoding) {
        try (Body body = reader.read(request(sent, encoding), LIMITS)) {
            return body.bytes();
        }
    }

    private static MockHttpServletRequest request(byte[] sent, String encoding) {
        var request = new MockHttpServletRequest();
        request.setContent(sent);
        if (encoding != null) {
            request.addHeader("Content-Encoding", encoding);
        }
        return request;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(content);
        }
        return compressed.toByteArray();
    }
}
