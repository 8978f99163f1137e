package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSplitterTest {
    @Test
    void findsTheObjectsOfAnArray() {
        assertThat(array("[{\"a\":[1,{\"b\":\"]},\"}]} , {\"ü\":\"€\"},{}]"))
                .containsExactly("{\"a\":[1,{\"b\":\"]},\"}]}", "{\"ü\":\"€\"}", "{}");
    }

    @Test
    void findsObjectsAfterAByteOrderMark() {
        assertThat(array("\uFEFF[{\"a\":1}]")).containsExactly("{\"a\":1}");
    }

    @Test
    void keepsThePlaceOfElementsThatAreNoObjects() {
        assertThat(array("[1, {\"a\":1}, [2,[3]], \"x\", null]"))
                .containsExactly("", "{\"a\":1}", "", "", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "1", "[{]", "[{}", "[{},]", "[{}]x", "[{}] []", "[{\"a\":tru}]"})
    void refusesWhatIsNoArray(String body) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> array(body))
                .extracting(ApiException::type)
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void refusesOtherEncodingsThanUtf8() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> BatchSplitter.array("[{}]".getBytes(UTF_16BE)))
                .withMessage("The batch must be encoded in UTF-8");
    }

    @Test
    void findsTheLinesThatHoldSomething() {
        assertThat(lines("{\"a\":1}\r\n\n \t\r\n{]\nlast"))
                .containsExactly("{\"a\":1}\r", "{]", "last");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void refusesTooManyEntries() {
        assertThat(lines("x\n".repeat(5_000))).hasSize(5_000);
        assertThat(array("[" + "1,".repeat(4_999) + "1]")).hasSize(5_000);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> lines("x\n".repeat(5_001)))
                .withMessage("A batch has at most 5000 entries");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> array("[" + "1,".repeat(5_000) + "1]"))
                .withMessage("A batch has at most 5000 entries");
    }

    private static List<String> array(String body) {
        return texts(body, BatchSplitter.array(body.getBytes(UTF_8)));
    }

    private static List<String> lines(String body) {
        return texts(body, BatchSplitter.lines(body.getBytes(UTF_8)));
    }

    private static List<String> texts(String body, List<Slice> slices) {
        return slices.stream()
                .map(slice -> new String(slice.of(body.getBytes(UTF_8)), UTF_8))
                .toList();
    }
}
