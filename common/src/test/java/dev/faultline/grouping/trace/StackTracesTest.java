package dev.faultline.grouping.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackTracesTest {

    private static final int LENGTH = 64 * 1024;

    @Test
    void chainBeginsWithTheRootCause() {
        StackTrace trace =
                StackTraces.read(
                        """
                        a.Outer: x
                        	at shop.A.a(A.java:1)
                        Caused by: a.Middle: y
                        	at shop.B.b(B.java:1)
                        	... 1 more
                        Caused by: a.Root: z
                        	at shop.C.c(C.java:1)
                        	... 2 more
                        """);

        assertThat(trace.errors())
                .extracting(TracedError::type)
                .containsExactly("a.Root", "a.Middle", "a.Outer");
        assertThat(trace.errors().getFirst())
                .isEqualTo(
                        new TracedError(
                                "a.Root",
                                "z",
                                List.of(
                                        new StackFrame(
                                                Language.JVM, "shop.C", "c", "C.java", true))));
    }

    @Test
    void framesBeginWithTheFailingOneInLanguagesThatPrintItLast() {
        StackTrace trace =
                StackTraces.read(
                        """
                        Traceback (most recent call last):
                          File "/app/shop/api.py", line 3, in get
                            find()
                          File "/app/shop/orders.py", line 9, in find
                            raise KeyError(1)
                        KeyError: 1
                        """);

        assertThat(trace.errors().getFirst().frames())
                .extracting(StackFrame::function)
                .containsExactly("find", "get");
    }

    @Test
    void ofALongChainTheTenErrorsClosestToTheRootCauseAreRead() {
        StringBuilder text = new StringBuilder("a.E0: x\n\tat shop.A.a(A.java:1)\n");
        for (int i = 1; i < 30; i++) {
            text.append("Caused by: a.E" + i + ": x\n\tat shop.A.a" + i + "(A.java:1)\n");
        }

        assertThat(StackTraces.read(text.toString()).errors())
                .hasSize(10)
                .first()
                .extracting(TracedError::type)
                .isEqualTo("a.E29");
    }

    @Test
    void bothEndsOfALongTraceAreRead() {
        String frame = "\tat shop.Tree.walk(Tree.java:1)\n";
        String text =
                "a.Outer: x\n"
                        + frame.repeat(5000)
                        + "Caused by: a.Root: y\n\tat shop.B.b(B.java:1)\n";

        assertThat(StackTraces.read(text).errors())
                .extracting(TracedError::type)
                .containsExactly("a.Root", "a.Outer");
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                        "a",
                        "\n",
                        " ",
                        "at ",
                        "(",
                        ")",
                        "::",
                        "Caused by: ",
                        "Caused by: \n",
                        "at (\n",
                        "at a.b.c(D.java:1)\n",
                        "\\n",
                        "\\",
                        "| ",
                        "> ",
                        "File \"",
                        "#1 ",
                        "[",
                        "<",
                        "$",
                        "a.",
                        "\u001b[",
                        ":in `",
                        " ---> ",
                        "---> ",
                        "/.",
                        ": ",
                        "x@",
                        "1:1",
                        "Next ",
                        "(code: ",
                        "2024-01-01 ",
                        "[x] ",
                        "1: <a as ",
                        "Error: ",
                        "[cause]: Error: x\n",
                        " line 1 at ",
                        "** (",
                        "goroutine 1\n",
                        "a.go:1\n",
                        "0: a::<",
                        "{closure",
                        "`1[")
                .map(part -> part.repeat(LENGTH / part.length() + 1));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void timeIsLinearInTheTextsLength(String text) {
        Assertions.assertThatNoException()
                .isThrownBy(() -> TraceKey.of(StackTraces.read(text), "message"));
        // Far above what it takes, far below what quadratic time would.
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> {
                    for (int i = 0; i < 10; i++) {
                        StackTraces.read("at x (" + text);
                        StackTraces.read("Error: x\n    at " + text + "(a.js:1:1)");
                    }
                });
    }

    @Test
    void noTextMakesItThrow() {
        Random random = new Random(42);
        List<GoldenTraces> traces = GoldenTraces.all();
        String signs = "at (){}[]<>:;.,/\\'\"`$@#0123456789abcXYZ\n\t|+->=\u00e4\u4e2d";

        assertThatCode(
                        () -> {
                            for (int i = 0; i < 20_000; i++) {
                                String trace = traces.get(random.nextInt(traces.size())).trace();
                                String text = damaged(trace, signs, random);
                                TraceKey.of(StackTraces.read(text), text);
                            }
                        })
                .doesNotThrowAnyException();
    }

    private static String damaged(String trace, String signs, Random random) {
        StringBuilder text = new StringBuilder(trace);
        for (int i = random.nextInt(30); i >= 0 && text.length() > 1; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                default -> text.setLength(Math.max(1, text.length() - random.nextInt(20)));
            }
        }
        return text.toString();
    }
}
