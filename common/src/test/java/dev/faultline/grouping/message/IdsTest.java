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
                "cjld2cjxh0000qzrmn831i7rn",
                "SGVsbG8gV29ybGQhIFRoaXMgaXM=",
                "HIWji0Nv",
                "9nz68dv4",
                "c6s3w8b1n9dx",
                "H1M8SRZZW5",
                "GCVIRJIacwmDBUYY"
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
                "InternalFrameInternalFrameTitlePane",
                "RxJava2SingleToPublisherAdapter",
                "MD5Digest",
                "Base64Decoder",
                "worker12345",
                "kswapd"
            })
    void leavesNamesHoweverLong(String text) {
        assertThat(Ids.end(text, 0)).isEqualTo(Form.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "key sk_live_4eC39HqLyjWDarjtT1zdp7dc bad → key sk_live_<n> bad",
                "key ghp_0123456789abcdefghijABCDEFGHIJ012345 bad → key ghp_<n> bad",
                "in i-0b54083c4e7595c4a now → in i-<n> now"
            })
    void keepsWhatATokenIsFor(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
