package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TechnicalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8",
                "UTF-16LE",
                "utf8mb4",
                "iso-8859-1",
                "TLSv1.2",
                "TLS 1.3",
                "SSLv3",
                "HTTP/1.1",
                "HTTP/2",
                "SHA-256",
                "sha256",
                "AES-256",
                "x86_64",
                "IPv6",
                "OAuth2",
                "k8s",
                "windows-1252",
                "RFC-7231"
            })
    void knowsNamesWithDigits(String text) {
        assertThat(Technical.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker7", "sha", "http 404", "tls", "k8s.io", "s3/x", "abc-5", "utf"})
    void leavesOtherNames(String text) {
        assertThat(Technical.end(text, 0)).isEqualTo(Form.NONE);
    }
}
