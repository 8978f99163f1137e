package dev.faultline.grouping.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTracesTest {

    private static final Pattern POSITION =
            Pattern.compile(
                    "(\\.[a-z]{1,5}\"?(?::|\\(|, line | line )|:(?:line|Zeile|ligne) )(\\d+)");

    record Variation(String name, UnaryOperator<String> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    /// What carries a trace, and what changes from deployment to deployment.
    private static final List<Variation> VARIATIONS =
            List.of(
                    new Variation("other line numbers", GoldenTracesTest::shifted),
                    new Variation("CRLF", trace -> trace.replace("\n", "\r\n")),
                    new Variation("indented", trace -> eachLine("\t\t", trace)),
                    new Variation("quoted", trace -> eachLine("> ", trace)),
                    new Variation("container's log", trace -> eachLine("web-1  | ", trace)),
                    new Variation(
                            "kubelet's log",
                            trace -> eachLine("2024-05-06T07:08:09.123456789Z stderr F ", trace)),
                    new Variation(
                            "syslog",
                            trace -> eachLine("May  6 07:08:09 host-1 shop[123]: ", trace)),
                    new Variation("one line", GoldenTracesTest::escaped),
                    new Variation("colours", trace -> "\u001b[31m" + trace + "\u001b[0m"),
                    new Variation("empty lines", trace -> trace.replace("\n", "\n\n")),
                    new Variation("indentation lost", trace -> trace.replaceAll("(?m)^[ \t]+", "")),
                    new Variation("field of JSON", GoldenTracesTest::field));

    static List<GoldenTraces> traces() {
        return GoldenTraces.all();
    }

    static Stream<Arguments> variations() {
        return VARIATIONS.stream()
                .flatMap(variation ->
                        traces().stream()
                                .filter(trace -> !trace.isCarried())
                                .map(trace -> Arguments.of(variation, trace)));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void keyHoldsWhatHappenedAndWhere(GoldenTraces golden) {
        assertThat(GoldenTraces.keyOf(golden.trace())).isEqualTo(golden.key());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("variations")
    void whatCarriesATraceDoesNotMatter(Variation variation, GoldenTraces golden) {
        assertThat(GoldenTraces.keyOf(variation.change().apply(golden.trace())))
                .isEqualTo(golden.key());
    }

    private static String eachLine(String prefix, String trace) {
        return trace.lines().map(line -> prefix + line).collect(Collectors.joining("\n"));
    }

    private static String escaped(String trace) {
        return trace.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\"", "\\\"");
    }

    private static String field(String trace) {
        return "{\"level\":\"error\",\"stack\":\"" + escaped(trace) + "\",\"pid\":12}";
    }

    private static String shifted(String trace) {
        Matcher position = POSITION.matcher(trace);
        return position.replaceAll(match ->
                Matcher.quoteReplacement(match.group(1) + (Integer.parseInt(match.group(2)) + 7)));
    }
}
