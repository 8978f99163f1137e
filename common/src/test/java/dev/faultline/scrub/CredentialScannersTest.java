package dev.faultline.scrub;

import static dev.faultline.scrub.Scrubbing.assertKeeps;
import static dev.faultline.scrub.Scrubbing.assertScrubs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialScannersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¤',
            textBlock =
                    """
                    <password>hunter2</password>            → <password>[Filtered]</password>
                    <ns:Password type="x">h2</ns:Password>  → <ns:Password type="x">[Filtered]</ns:Password>
                    <secret><![CDATA[hunter2]]></secret>    → <secret><![CDATA[[Filtered]]]></secret>
                    &lt;password&gt;h2&lt;/password&gt;     → &lt;password&gt;[Filtered]&lt;/password&gt;
                    login --password hunter2 --force        → login --password [Filtered] --force
                    login --token abc                       → login --token [Filtered]
                    ['--password', 'hunter2']               → ['--password', '[Filtered]']
                    keytool -storepass changeit -v          → keytool -storepass [Filtered] -v
                    curl -u bob:hunter2 https://x           → curl -u [Filtered] https://x
                    CREATE USER x IDENTIFIED BY 'hunter2'   → CREATE USER x IDENTIFIED BY '[Filtered]'
                    IDENTIFIED WITH sha2 BY 'hunter2' X     → IDENTIFIED WITH sha2 BY '[Filtered]' X
                    ALTER USER bob PASSWORD 'hunter2'       → ALTER USER bob PASSWORD '[Filtered]'
                    set password for bob = 'hunter2'        → set password for bob = '[Filtered]'
                    SET x = PASSWORD('hunter2')             → SET x = PASSWORD('[Filtered]')
                    user 'bob' with password "hunter2"      → user 'bob' with password "[Filtered]"
                    """)
    void removesWhatANameGivesAwayWithoutASeparator(String before, String after) {
        assertScrubs(ScrubRule.KV_SECRET, before, after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<Password> passwords",
                "<password/>",
                "Optional<Token> of String",
                "caused by 'x'",
                "the --password option is missing",
                "--max-tokens 500",
                "mkdir -u root",
                "column 'password' cannot be null",
                "sorted by 'name'",
            })
    void keepsNamesWithoutAValue(String text) {
        assertKeeps(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¤',
            textBlock =
                    """
                    sent Bearer abcdef12345             → sent Bearer [Filtered]
                    bearer  abcdef12345                 → bearer  [Filtered]
                    Basic dXNlcjpwYXNz                  → Basic [Filtered]
                    Token 9944b09199c62bcf9418ad846dd0  → Token [Filtered]
                    BEARER%20abcdef12345                → BEARER%20[Filtered]
                    """)
    void removesWhatFollowsAScheme(String before, String after) {
        assertScrubs(ScrubRule.AUTH_SCHEME, before, after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic authentication required",
                "WWW-Authenticate: Bearer realm=\"api\"",
                "Bearer AuthenticationFilter failed",
                "bearer token is missing",
                "Invalid token abc",
                "unbearer abcdef12345",
            })
    void keepsSchemesWithoutCredentials(String text) {
        assertKeeps(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¤',
            textBlock =
                    """
                    amqp://u:p@h/vhost                  → amqp://[Filtered]@h/vhost
                    redis://:pw@h:6379                  → redis://[Filtered]@h:6379
                    postgres://u:pa/ss@host/db          → postgres://[Filtered]@host/db
                    https://u:p@ss@host/x?a=b@c.de      → https://[Filtered]@host/x?a=[email]
                    mongodb+srv://u:p@h.example.com/db  → mongodb+srv://[Filtered]@h.example.com/db
                    root:pw@tcp(127.0.0.1:3306)/db      → [Filtered]@tcp(127.0.0.1:3306)/db
                    jdbc:oracle:thin:scott/tiger@h:1521 → jdbc:oracle:thin:[Filtered]@h:1521
                    pg://u:hunter2… [cut, 90 characters] → pg://[Filtered]… [cut, 90 characters]
                    """)
    void removesUserAndPasswordOfUrls(String before, String after) {
        assertScrubs(ScrubRule.URL_USERINFO, before, after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://git@github.com/a/b",
                "http://host:8080/@user/x",
                "https://example.com/a:b/c",
                "see http://a.b:80, http://c.d:81",
                "npm://@scope/x",
            })
    void keepsUrlsWithoutPasswords(String text) {
        assertKeeps(text);
    }

    @Test
    void removesPrivateKeysWhole() {
        for (String kind : new String[] {"", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "}) {
            assertScrubs(
                    ScrubRule.PEM,
                    "a -----BEGIN %1$sPRIVATE KEY-----\nabc\n-----END %1$sPRIVATE KEY----- b"
                            .formatted(kind),
                    "a [Filtered] b");
        }
        assertScrubs(ScrubRule.PEM, "a -----BEGIN PRIVATE KEY-----\\nabc", "a [Filtered]");
        assertKeeps("-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----");
        assertKeeps("-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----");
        assertKeeps("-----BEGIN ");
    }

    @Test
    void removesJsonWebTokens() {
        String head = "eyJhbGciOiJIUzI1NiJ9";
        String body = "eyJzdWIiOiIxMjM0In0";
        assertScrubs(ScrubRule.JWT, "got " + head + '.' + body + ".abc-def_1.", "got [Filtered].");
        assertScrubs(ScrubRule.JWT, '"' + head + '.' + body + '"', "\"[Filtered]\"");
        assertScrubs(
                ScrubRule.JWT, head + "… [cut, 9 characters]", "[Filtered]… [cut, 9 characters]");
        assertKeeps("eyJ.eyJ.x");
        assertKeeps(head);
        assertKeeps("heyJude.heyJude.heyJude");
    }
}
