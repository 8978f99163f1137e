package dev.faultline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name":"x","api_key":"s"}                 | {"name":"x","api_key":"[redacted]"}
                    {"hmac":"s","token_hmac":"s"}              | {"hmac":"[redacted]","token_hmac":"[redacted]"}
                    {"smtp":{"user":"x","password":"s"}}       | {"smtp":{"user":"x","password":"[redacted]"}}
                    {"list":[{"webhook_url":"https://s"}]}     | {"list":[{"webhook_url":"[redacted]"}]}
                    {"secret":{"deep":"s"},"auth_token":["s"]} | {"secret":"[redacted]","auth_token":"[redacted]"}
                    {"password":null,"rules":{"token":false}}  | {"password":null,"rules":{"token":false}}
                    {"extra_keys":["a"],"key_preview":"sk_1"}  | {"extra_keys":["a"],"key_preview":"sk_1"}
                    """)
    void keepsNoSecret(String value, String kept) {
        assertThat(Redaction.of(json(value))).isEqualTo(json(kept));
    }

    @Test
    void keepsADigestOfWhatIsLarge() {
        JsonNode large = json("{\"a\":\"%s\"}".formatted("x".repeat(Redaction.MOST_BYTES)));

        JsonNode kept = Redaction.of(large);

        assertThat(kept.get("bytes").intValue()).isEqualTo(Redaction.MOST_BYTES + 8);
        assertThat(kept.get("sha256").stringValue()).hasSize(64);
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }
}
