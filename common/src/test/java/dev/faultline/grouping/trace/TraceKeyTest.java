package dev.faultline.grouping.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.KeyPart;
import dev.faultline.grouping.KeyPart.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceKeyTest {

    private static final String TRACE =
            """
            com.shop.NotFound: no order 12
            	at com.shop.Orders.find(Orders.java:12)
            	at com.shop.Orders.load(Orders.java:30)
            	at com.shop.Api.get(Api.java:9)
            	at org.springframework.web.servlet.FrameworkServlet.doGet(FrameworkServlet.java:1)
            	at com.shop.Filter.run(Filter.java:5)
            """;

    @Test
    void ofTheApplicationsFramesTheInnermostThreeCount() {
        assertThat(frames(TRACE))
                .containsExactly(
                        "com.shop.Orders.find", "com.shop.Orders.load", "com.shop.Api.get");
    }

    @ParameterizedTest
    @CsvSource({
        "Orders.find, Orders.search",
        "com.shop.NotFound, com.shop.Forbidden",
        "Api.get, Api.put"
    })
    void anotherFunctionOrTypeIsAnotherKey(String part, String other) {
        assertThat(key(TRACE.replace(part, other))).isNotEqualTo(key(TRACE));
    }

    @ParameterizedTest
    @CsvSource({
        "no order 12, no order 13",
        ":12), :99)",
        "Filter.run, Other.walk",
        "org.springframework.web, org.eclipse.jetty",
        "java:1), java:7) ~[spring-web-6.1.jar!/:6.1]"
    })
    void messageLinesAndTheOuterEndDoNotMatter(String part, String other) {
        assertThat(key(TRACE.replace(part, other))).isEqualTo(key(TRACE));
    }

    @Test
    void anErrorAroundTheCauseDoesNotMatter() {
        String wrapped =
                """
                java.util.concurrent.ExecutionException: failed
                	at com.shop.Pool.join(Pool.java:3)
                	at com.shop.Orders.load(Orders.java:33)
                	at com.shop.Api.get(Api.java:9)
                	at com.shop.Filter.run(Filter.java:5)
                Caused by: com.shop.NotFound: no order 12
                	at com.shop.Orders.find(Orders.java:12)
                	at com.shop.Orders.load(Orders.java:30)
                	... 2 more
                """;

        assertThat(key(wrapped)).isEqualTo(key(TRACE));
    }

    @Test
    void aSecondTraceInTheSameTextDoesNotMatter() {
        String second =
                """

                java.lang.IllegalStateException: something else
                	at com.other.Thing.run(Thing.java:12)
                """;

        assertThat(key(TRACE + second)).isEqualTo(key(TRACE));
    }

    @Test
    void depthOfARecursionDoesNotMatter() {
        String line = "\tat com.shop.Orders.load(Orders.java:30)\n";

        assertThat(key(TRACE.replace(line, line.repeat(50)))).isEqualTo(key(TRACE));
    }

    @Test
    void whereAnEndlessRecursionBreaksDoesNotMatter() {
        String turn =
                """
                	at com.shop.Tree.size(Tree.java:3)
                	at com.shop.Node.size(Node.java:3)
                """;
        String head = "java.lang.StackOverflowError\n";
        String broken = head + "\tat com.shop.Node.size(Node.java:3)\n" + turn.repeat(20);

        assertThat(key(head + turn.repeat(30))).isEqualTo(key(broken));
    }

    @Test
    void helpersAloneDoNotMakeAKey() {
        String trace =
                """
                java.lang.NullPointerException: x
                	at com.shop.util.Checks.notNull(Checks.java:3)
                	at com.shop.util.Checks.require(Checks.java:9)
                	at com.shop.util.Strings.trim(Strings.java:9)
                	at com.shop.Orders.find(Orders.java:12)
                	at com.shop.Api.get(Api.java:9)
                """;

        assertThat(frames(trace)).contains("com.shop.Orders.find", "com.shop.Api.get");
    }

    @Test
    void librariesFramesCountIfThereAreNoOthers() {
        String trace =
                """
                java.io.IOException: Broken pipe
                	at java.base/sun.nio.ch.SocketDispatcher.write0(Native Method)
                	at java.base/sun.nio.ch.SocketDispatcher.write(SocketDispatcher.java:54)
                	at io.netty.channel.socket.nio.NioSocketChannel.doWrite(NioSocketChannel.java:415)
                """;

        assertThat(frames(trace))
                .containsExactly(
                        "sun.nio.ch.SocketDispatcher.write0",
                        "sun.nio.ch.SocketDispatcher.write",
                        "io.netty.channel.socket.nio.NioSocketChannel.doWrite");
    }

    @Test
    void codesTellOneStatusFromAnother() {
        String trace =
                """
                Error: Request failed with status code 404
                    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)
                    at load (/app/src/orders.js:3:4)
                """;

        assertThat(key(trace)).contains(new KeyPart(Kind.CODE, "404"));
        assertThat(key(trace.replace("404", "500"))).isNotEqualTo(key(trace));
    }

    @Test
    void messageStandsForTheTypeWhereThereAreNone() {
        String trace =
                """
                panic: no cart of Joe Smith

                goroutine 1 [running]:
                main.find(0xc000012345)
                	/app/main.go:12 +0x1d
                """;

        assertThat(key(trace).getFirst().kind()).isEqualTo(Kind.MESSAGE);
        assertThat(key(trace.replace("Joe Smith", "Ann Miller"))).isEqualTo(key(trace));
        assertThat(key(trace.replace("cart", "user"))).isNotEqualTo(key(trace));
    }

    @Test
    void typeComesFromTheMessageIfTheTraceHasFramesOnly() {
        String trace = "find@https://shop.test/a.js:1:2\nload@https://shop.test/a.js:3:4";

        assertThat(TraceKey.of(StackTraces.read(trace), "TypeError: x is null").getFirst())
                .isEqualTo(new KeyPart(Kind.TYPE, "TypeError"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "Something failed",
                "cannot reach db.example.com:5432 at 12:30:45",
                "mail to joe@example.com:25 (refused)",
                "at least one (1) item is needed"
            })
    void textWithoutFramesMakesNoKey(String text) {
        assertThat(StackTraces.read(text)).isEqualTo(StackTrace.NONE);
        assertThat(TraceKey.of(StackTraces.read(text), "message")).isEmpty();
    }

    private static List<KeyPart> key(String trace) {
        return TraceKey.of(StackTraces.read(trace), "message");
    }

    private static List<String> frames(String trace) {
        return key(trace).stream()
                .filter(part -> part.kind() == Kind.FRAME)
                .map(KeyPart::value)
                .toList();
    }
}
