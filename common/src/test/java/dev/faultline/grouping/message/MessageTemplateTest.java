package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {

    /// Events of one fault, a line each.
    static Stream<String> events() {
        return Stream.of(
                """
                worker 8711 on 140.92.78.235:50160 lost order 6613ecea-46fd-4de7-8e0f-2a6502729111 after 19665ms
                worker 332 on [fe80::1]:80 lost order 0b85b5e1-bef1-475f-a141-de1851fe5a0f after 1m3.2s
                """,
                """
                [2020-05-13T18:34:52.578+08:00] user=bob21@x4.example.com path=/var/lib/30ec902f/441.dat
                [2020-09-01T10:52:16.942+05:00] user=alice592@mail9.example.com path=/var/lib/33d5c273/667.dat
                """,
                """
                id=43000 name='Carla Davis' enabled=false ts=1595862210
                id=1563 name='' enabled=true ts=1691726264
                """,
                """
                hpd.baidu.com:443 close, 0 bytes sent, 0 bytes received, lifetime 00:01
                13.client-channel.google.com:443 close, 474 bytes sent, 4464 bytes (4.35 KB) received, lifetime <1 sec
                """,
                """
                ask 10.250.18.114:50010 to delete blk_-5140072410813878235
                ask 10.250.17.177:50010 to delete blk_-8570780307468499817 blk_8767569714374844347 blk_7
                """,
                """
                Failed password for invalid user webmaster from 173.234.31.186 port 38926 ssh2
                Failed password for invalid user  0101 from 5.188.10.180 port 36279 ssh2
                """,
                """
                pod checkout-api-988430dce3-h87st evicted
                pod checkout-api-d8808cf5e6-wzdxq evicted
                """,
                """
                point 39.500891, 30.664172 outside region
                point -86.629656, -172.934598 outside region
                """,
                """
                task com.example.Task@2d726f9 rejected from executor
                task com.example.Task@e0491df rejected from executor
                """,
                """
                revision a412b80 not deployed
                revision 1073111 not deployed
                revision deadbee not deployed
                """,
                """
                sent to [email] with [Filtered]
                sent to bob@example.com with 'secret'
                """,
                """
                \u001b[31mfailed 5\u001b[0m
                \u001b[1;32mfailed 77\u001b[0m
                """);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isTheSameForEventsThatDifferInValues(String events) {
        assertThat(events.lines().map(MessageTemplate::of).distinct()).hasSize(1);
    }

    /// Faults that differ by a code or a word, a line each.
    static Stream<String> faults() {
        return Stream.of(
                "upstream returned HTTP 404\nupstream returned HTTP 500\nupstream returned HTTP 503",
                "SQLSTATE[42S02] on insert\nSQLSTATE[23000] on insert\nSQLSTATE[HY000] on insert",
                "open failed: errno 2\nopen failed: errno 13",
                "process exited with code 1\nprocess exited with code 137",
                "killed by signal 9\nkilled by signal 11\nkilled by signal SIGSEGV",
                "COM call failed: 0x80070005\nCOM call failed: 0x80004005",
                "payment rejected: E1001\npayment rejected: E2002",
                "database call failed with ORA-00060\ndatabase call failed with ORA-01555",
                "com.acme.OrderService failed\ncom.acme.InvoiceService failed",
                "protocol TLSv1.0 not allowed\nprotocol TLSv1.2 not allowed",
                "error=invalid_grant\nerror=invalid_client",
                "column 'name' missing\ncolumn 'email' missing",
                "Order 55 not found\nInvoice 55 not found",
                "certificate is valid\ncertificate is not valid",
                "\"GET /a HTTP/1.1\" 502\n\"GET /a HTTP/1.1\" 504\n\"POST /a HTTP/1.1\" 502",
                "400: {\"error\":\"invalid_grant\",\"id\":5}\n400: {\"error\":\"invalid_scope\",\"id\":5}");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void differsForOtherFaults(String faults) {
        assertThat(faults.lines().map(MessageTemplate::of)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Connection reset by peer",
                "undefined method `foo' for nil:NilClass",
                "called `Option::unwrap()` on a `None` value",
                "App\\Models\\User::foo() failed",
                "Größe überschritten",
                "接続できません"
            })
    void leavesTextWithoutValues(String text) {
        assertThat(MessageTemplate.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isItsOwnTemplate(String events) {
        String template = MessageTemplate.of(events.lines().findFirst().orElseThrow());

        assertThat(MessageTemplate.of(template)).isEqualTo(template);
    }

    @Test
    void squeezesBlanks() {
        assertThat(MessageTemplate.of("  a \t b\u00A0 c  ")).isEqualTo("a b c");
    }

    @Test
    void isTheSameInEveryLocaleAndZone() {
        String text = "FILE İ 5 in TITLE MISSING on Fri, 28 Mar 2022 23:04:14 GMT";
        String template = MessageTemplate.of(text);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            assertThat(MessageTemplate.of(text)).isEqualTo(template);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void considersTheFirst2000Characters() {
        String text = "disk full ".repeat(200);

        assertThat(MessageTemplate.of(text + "and more")).isEqualTo(MessageTemplate.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "(",
                "\"",
                "1.1.1.",
                "::",
                "/",
                "=",
                "{",
                "[1,",
                "-",
                "'",
                "<",
                "\\",
                "%20",
                "\uD83D\uDE00",
                "\uD83D",
                "eyJ",
                "0x",
                "a=",
                "=a",
                "a@",
                "Jan 1 ",
                "for user ",
                "(1, ",
                "error ",
                "\u001b[",
                "{\"",
                "\u0663"
            })
    void readsHostileText(String part) {
        String text = part.repeat(64 * 1024 / part.length());

        assertThatCode(() -> MessageTemplate.of(text)).doesNotThrowAnyException();
        assertThatCode(() -> Codes.in(text)).doesNotThrowAnyException();
    }

    @Test
    void neverThrowsOnRandomText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String signs =
                "abcdefxPTZE0159 .,:;-_/\\'\"()[]{}<>=@#$%&*+~|!?\n\r\té€\u001b\uD83D\uDE00\uD800\u0663";
        String[] words = {
            "eyJ",
            "http://",
            "C:\\",
            "0x",
            "status ",
            "error ",
            "for user ",
            "code=",
            "SQLSTATE[",
            "Jan ",
            "fe80::",
            "GMT",
            "bytes (",
            "{\"error\":\"",
            "HTTP/1.1\" ",
            "ORA-",
            "550 5.1.1"
        };
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                if (random.nextInt(5) == 0) {
                    text.append(words[random.nextInt(words.length)]);
                } else {
                    text.append(signs.charAt(random.nextInt(signs.length())));
                }
            }
            String message = text.toString();

            assertThatCode(() -> MessageTemplate.of(message))
                    .as("seed %d: %s", seed, message)
                    .doesNotThrowAnyException();
            assertThatCode(() -> Codes.in(message))
                    .as("seed %d: %s", seed, message)
                    .doesNotThrowAnyException();
        }
    }
}
