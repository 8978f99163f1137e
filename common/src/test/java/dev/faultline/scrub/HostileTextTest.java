package dev.faultline.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts made to be read again and again. Each takes milliseconds; were one of the scanners
/// quadratic, it would take the better part of a minute.
class HostileTextTest {

    private static final int LENGTH = 256 * 1024;

    private static final Scrubber SCRUBBER = new Scrubber(ScrubbingSettings.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=",
                "password: ",
                "password=(",
                "password=([{",
                "password='",
                "password=\"",
                "password=\\",
                "password=,a,a",
                "password=;a;a=",
                "\"password\":\"",
                "\\\"password\\\":",
                "password%3D%22",
                "%22",
                "password: |\n  a\n",
                "password '",
                "password_hash_",
                "secret(",
                "{password,",
                "(\"password\",\"",
                "mnemonic: a b ",
                "pin=1 1 1 ",
                "Cookie: a=b; ",
                "Authorization: Digest a=\"",
                "--password ",
                "curl -u a:b ",
                "identified by '",
                "<password>",
                "<password1>",
                "&lt;password&gt;",
                "@",
                "a@",
                "a@b.cc ",
                "\"a\"@",
                "%40",
                "://",
                "x://a:b",
                "http://a:b/",
                "user:p@tcp(",
                "jdbc:oracle:thin:",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "eyJ.eyJ.",
                "eyJaaaaaaaa.",
                "Bearer ",
                "Bearer aaaaaaa1",
                "token=",
                "sk-",
                "ghp_",
                "AKIA",
                "1",
                "4",
                "4111 1111 ",
                "4-",
                "DE89 ",
                "DE89370400440532013000",
                "1.1.1.",
                "f:",
                "::",
                "/home/",
                "C:\\Users\\",
                "'",
                "\"",
                "\\",
                "[",
                "[Filtered]",
                "[email]",
                "=",
                ":",
                ",",
                "-",
                "_",
                "a_",
                "A=",
                "&a=b",
                "é",
                "😀",
                " ",
                "\n",
                "\u0001"
            })
    @Timeout(5)
    void takesLinearTime(String piece) {
        String text = piece.repeat(LENGTH / piece.length());

        ScrubbedText scrubbed = SCRUBBER.scrub(text);

        assertThat(SCRUBBER.scrub(scrubbed.text()).text()).isEqualTo(scrubbed.text());
    }
}
