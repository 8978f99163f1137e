package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kRxRBYHYQHAWdJn78Uzy8XkyNJJFrzQt",
                "WkAZF9shAY8j3oruGUTh0Fp9GmSOz9xFNqJbaTDJ==",
                "V1StGXR8_Z5jdHi6B-myT",
                "AKIAIOSFODNN7EXAMPLE",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc123DEF456ghi",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
            })
    void readsTokensAndKeys(String text) {
        assertThat(Ids.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AbstractTransactionalDataSourceSpringContextTests",
                "RetryUpToMaximumCountWithFixedSleep",
                "org_springframework_web",
                "getRunningAppProcesses",
                "XMLHttpRequestEventTarget",
                "DEADLINE_EXCEEDED_ALWAYS",
                "checkout-api-service-name",
                "short1A",
                "InternalFrameInternalFrameTitlePane"
            })
    void leavesNamesHoweverLong(String text) {
        assertThat(Ids.end(text, 0)).isEqualTo(Form.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "pod web-7d9c6b5f4d-x2v4q down → pod web-<n> down",
                "pod web-5b8f9c6d7-zzqwk down → pod web-<n> down",
                "pod web-main-https down → pod web-main-https down"
            })
    void readsTheSuffixesOfPods(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
