package dev.faultline.grouping.v1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "User 42 not found → User <n> not found",
                "42 → <n>",
                "took 1.5s, limit 20ms → took <n>, limit <n>",
                "worker7 and worker-12 → worker<n> and worker-<n>",
                "part-00590.gz → part-<n>.gz",
                "3 of 10 → <n> of <n>",
                "wrote 552 MB → wrote <n> MB"
            })
    void replacesNumbers(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "balance is -5 → balance is <n>",
                "balance=-5.25 → balance=<n>",
                "-1 → <n>",
                "+1 → <n>",
                "(-5) → (<n>)",
                "blk_-1727475099218615100 → blk_<n>",
                "5 - 3 → <n> - <n>",
                "pages 1-5 → pages <n>",
                "--help → --help"
            })
    void takesASignForAPartOfItsNumber(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2ed6657d-e927-568b-95e1-2665a8aea6a2",
                "2ED6657DE927568B95E12665A8AEA6A2",
                "0x7fff5fbff8a0",
                "0XDEAD1",
                "192.168.0.1",
                "192.168.0.1:8080",
                "2001:db8:0:1:1:1:1:1",
                "00:1a:2b:3c:4d:5e",
                "2025-08-29",
                "12:30:01.123"
            })
    void replacesIdsAndAddressesByOneMark(String id) {
        assertThat(MessageTemplate.of("lost " + id + ", gone")).isEqualTo("lost <n>, gone");
    }

    @Test
    void replacesTimes() {
        assertThat(MessageTemplate.of("since 2025-08-29T12:00:01Z"))
                .isEqualTo(MessageTemplate.of("since 1999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "no db-1.shop.internal:5432 here → no <n> here",
                "no www.example.com here → no <n> here",
                "no com.shop.Orders here → no com.shop.Orders here",
                "read /srv/7/orders.csv, done → read <path>, done",
                "read /srv/shop/orders.csv → read /srv/shop/orders.csv",
                "GET https://shop.example/orders/7?a=b failed → GET <url> failed",
                "id=x7-y8 name=joe → id=<n> name=joe",
                "bad ids [7, 8, 9] → bad ids [<n>]",
                "key 01ARZ3NDEKTSV4RRFFQ69G5FAV gone → key <n> gone",
                "since Tue, 14 Jun 2022 → since <n>"
            })
    void replacesHostsPathsAndValues(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upstream returned HTTP 404",
                "Request failed with status code 500",
                "409 (Conflict)",
                "query failed, SQLSTATE[23505]",
                "exited with code 137",
                "open failed: errno 13",
                "payment rejected: E1001",
                "connect ECONNREFUSED"
            })
    void keepsStatusAndErrorCodes(String text) {
        assertThat(MessageTemplate.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "a.b-c_d9@mail.example.com", "7@x"})
    void replacesEmailAddresses(String address) {
        assertThat(MessageTemplate.of("no user <" + address + ">!"))
                .isEqualTo("no user <<email>>!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"face", "deadbeef", "cafe-bad", "Größe", "名前", "@", "x@", "@x", "- . :"})
    void keepsWordsWithoutDigits(String word) {
        assertThat(MessageTemplate.of(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "no key \"shipment\" here → no key \"*\" here",
                "no key 'shipment' here → no key '*' here",
                "\"\" → \"*\"",
                "'a' 'b' → '*' '*'",
                "(\"it's\") → (\"*\")"
            })
    void replacesQuotedValues(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "can't open → can't open",
                "Couldn't find the user's 'name' → Couldn't find the user's '*'",
                "5' and 6' → <n>' and <n>'",
                "say \"hello → say \"hello"
            })
    void keepsApostrophesAndQuotesThatNeverClose(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @Test
    void keepsAQuoteThatClosesFarAway() {
        String far = "\"" + "x".repeat(198) + "\"";
        String tooFar = "\"" + "x".repeat(199) + "\"";

        assertThat(MessageTemplate.of(far)).isEqualTo("\"*\"");
        assertThat(MessageTemplate.of(tooFar)).isEqualTo(tooFar);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "Größe 5 überschritten → Größe <n> überschritten",
                "用户 42 不存在 → 用户 <n> 不存在",
                "😀 7 😀 → 😀 <n> 😀",
                "e\u0301 1 → e\u0301 <n>"
            })
    void readsEveryScript(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @Test
    void takesAllWhiteSpaceForSpaces() {
        assertThat(MessageTemplate.of("\ta\nb\r\nc ")).isEqualTo("a b  c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void hasNoTemplateOfNothing(String text) {
        assertThat(MessageTemplate.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                " '",
                "\"x",
                "a",
                "1",
                "1.",
                "a.",
                "-",
                "@",
                "a@",
                ":1",
                "0x",
                "_",
                "\0",
                "\uD800",
                "😀",
                "é",
                "\n",
                "<n>",
                "/",
                "/a",
                "a=",
                "=1",
                "a.",
                "a-1b",
                "404 ",
                "status ",
                "Mon ",
                "Error: ",
                "Caused by: ",
                "x ---> ",
                "\nat a(",
                "1: <a as \n",
                "a@b:1:1\n",
                "(*",
                "{",
                "$1",
                "panicked at '"
            })
    @Timeout(5)
    void endsOnHostileTexts(String piece) {
        String text = piece.repeat(64 * 1024 / piece.length());

        assertThat(MessageTemplate.of(text)).isNotNull();
        assertThat(GroupingV1.fingerprint(text, text, "x")).isNotNull();
        assertThat(GroupingV1.fingerprint(text, "at " + text + "\n#0 " + text, "x")).isNotNull();
    }
}
