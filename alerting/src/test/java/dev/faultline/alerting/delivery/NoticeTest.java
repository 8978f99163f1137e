package dev.faultline.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NoticeTest {

    @Test
    void keepsATitleOnOneLine() {
        Notice notice = Notices.notice("a\r\nBcc: x@y\u2028b\0", "1\r\n2\0");

        assertThat(notice.title()).isEqualTo("a Bcc: x@y b");
        assertThat(notice.text()).isEqualTo("1 \n2 ");
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        Notice notice = Notices.notice("😀".repeat(200), "y".repeat(5000));

        assertThat(notice.title()).hasSize(199).endsWith("😀...");
        assertThat(notice.text()).hasSize(2000).endsWith("...");
    }

    @Test
    void staysBelowTheSizeOfAWebhook() {
        LinkedHashMap<String, String> details = new LinkedHashMap<>();
        IntStream.range(0, 30).forEach(i -> details.put(i + "€".repeat(300), "€".repeat(300)));
        Notice notice =
                new Notice(
                        "i".repeat(100),
                        "a.b",
                        ProjectId.DEFAULT,
                        Instant.EPOCH,
                        "€".repeat(300),
                        "€".repeat(5000),
                        details);

        assertThat(notice.details()).hasSize(20);
        assertThat(WebhookSender.body(notice)).hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nb", "a>b"})
    void refusesAnIdThatIsNoPartOfAHeader(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Notice(
                                id,
                                "a.b",
                                ProjectId.DEFAULT,
                                Instant.EPOCH,
                                "t",
                                "t",
                                new LinkedHashMap<>()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!channel> & <https://evil.example> | &lt;!channel&gt; &amp; &lt;https://evil.example&gt;",
                "@here @channel @everyone @HERE | @\u200bhere @\u200bchannel @\u200beveryone @\u200bHERE",
                "<@U123> someone@hereford.example | &lt;@U123&gt; someone@\u200bhereford.example",
                "plain | plain"
            })
    void callsNobodyInSlack(String text, String expected) {
        assertThat(SlackMessage.escaped(text)).isEqualTo(expected);
    }

    @Test
    void fitsIntoSlacksBlocks() {
        JsonNode message =
                Json.mapper()
                        .readTree(
                                SlackMessage.of(Notices.notice("<".repeat(200), "&".repeat(4000))));

        assertThat(message.at("/blocks/0/type").asString()).isEqualTo("header");
        assertThat(message.at("/blocks/0/text/text").asString()).hasSizeLessThanOrEqualTo(150);
        assertThat(message.at("/blocks/1/text/text").asString())
                .hasSizeLessThanOrEqualTo(3000)
                .endsWith("&amp;...");
        assertThat(message.at("/blocks/2/text/text").asString())
                .isEqualTo("Source: checkout &lt;b&gt;\n");
        assertThat(message.at("/blocks/3/elements/0/text").asString())
                .isEqualTo("incident.fired msg_1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://evil.example/x now | [shop] See [link] now",
                "HTTP://EVIL.example www.evil.example | [shop] [link] [link]",
                "evil.example/login | [shop] evil. example/login",
                "java.io.IOException at db.js:45 | [shop] java. io. IOException at db. js:45",
                "1.5 s | [shop] 1. 5 s",
                "tel:/112 sms:/1 | [shop] [link] [link]",
                "a\u202eb\u200bc | [shop] a b c",
                "Größe überschritten. | [shop] Größe überschritten."
            })
    void makesNoLinksInShortMessages(String title, String expected) {
        assertThat(SmsText.of(Notices.notice(title, ""))).isEqualTo(expected);
    }
}
