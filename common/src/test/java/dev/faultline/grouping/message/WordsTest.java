package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "worker7 → worker<n>",
                "kafka-broker-12 → kafka-broker-<n>",
                "a412b80 → <n>",
                "f39182 → <n>",
                "deadbee → <n>",
                "defaced → defaced",
                "6085e30993c6 → <n>",
                "x7b6w → <n>",
                "DE25609717005004503404 → <n>",
                "KB3020369 → KB<n>",
                "Base64Decoder → Base64Decoder",
                "Http2Stream → Http2Stream",
                "OAuth2AuthenticationException → OAuth2AuthenticationException",
                "neo4jDriver → neo4jDriver",
                "part-00590.gz → part-<n>.gz",
                "attempt_2014_0020_m_000000_0 → attempt_<n>",
                "rdd_42_24 → rdd_<n>",
                "plain → plain",
                "RxJava2SingleToPublisherAdapter → RxJava2SingleToPublisherAdapter",
                "MD5Digest → MD5Digest"
            })
    void tellsIdsFromNamesWithANumber(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
