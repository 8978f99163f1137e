package dev.faultline.scrub;

import static dev.faultline.scrub.Scrubbing.assertKeeps;
import static dev.faultline.scrub.Scrubbing.assertScrubs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonScannersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@example.com",
                "BOB@EXAMPLE.COM",
                "bob.smith+tag@mail.example.co.uk",
                "o'brien@example.org",
                "alice@müller.de",
                "bob@xn--mller-kva.de",
                "用户@例子.公司",
                "bob@163.com",
                "bob%40example.com",
                "a_b-c%d@x-y.io",
            })
    void removesEmails(String email) {
        for (String around :
                new String[] {
                    "%s", "to %s.", "<%s>", "(%s)", "\"%s\",", "email=%s&x=1", "mailto:%s", "[%s]"
                }) {
            assertScrubs(ScrubRule.EMAIL, around.formatted(email), around.formatted("[email]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@localhost",
                "Foo@1a2b3c4d",
                "java.base@21.0.1/java.lang.Thread.run",
                "react-dom@18.2.0/index.js",
                "foo@1.0.0-beta.rc",
                "icon@2x.png",
                "getty@tty1.service",
                "this@MainActivity.onCreate",
                "git@github.com:acme/shop.git",
                "@Autowired @org.junit.Test",
                "akka://sys@10.0.0.1:2552",
                "@@@@",
            })
    void keepsOtherTextWithAnAt(String text) {
        assertKeeps(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¤',
            textBlock =
                    """
                    /home/alice/app/x.py:12             → /home/[user]/app/x.py:12
                    in /home/alice: denied              → in /home/[user]: denied
                    file:///Users/alice/x.js            → file:///Users/[user]/x.js
                    "C:\\Users\\Alice Smith\\x"         → "C:\\Users\\[user]\\x"
                    C:\\\\Users\\\\bob\\\\x             → C:\\\\Users\\\\[user]\\\\x
                    c:/users/bob/x                      → c:/users/[user]/x
                    C:\\Documents and Settings\\bob\\x  → C:\\Documents and Settings\\[user]\\x
                    /mnt/c/Users/bob/x                  → /mnt/c/Users/[user]/x
                    """)
    void removesNamesFromHomeDirectories(String before, String after) {
        assertScrubs(ScrubRule.USER_PATH, before, after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /home/products HTTP/1.1",
                "No route matches [GET] \"/home/index\"",
                "https://example.com/home/products",
                "/var/www/home/alice",
                "/home/runner/work/shop",
                "/home/",
                "C:\\Users\\Public\\x",
                "/api/users/123",
            })
    void keepsPathsOfNobody(String text) {
        assertKeeps(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '¤',
            textBlock =
                    """
                    from 203.0.113.7:5060 ok          → from [ip]:5060 ok
                    connect to /10.10.34.11:45307     → connect to /[ip]:45307
                    2001:db8::8a2e:370:7334 refused   → [ip] refused
                    [2001:db8:0:0:0:0:0:1]:80         → [[ip]]:80
                    ::ffff:203.0.113.7                → [ip]
                    127.0.0.1 and 0.0.0.0             → 127.0.0.1 and 0.0.0.0
                    nginx/1.2.3.4 and v1.2.3.4        → nginx/1.2.3.4 and v1.2.3.4
                    1.2.3.4.5 and 1.2.3 and 1.2.3.256 → 1.2.3.4.5 and 1.2.3 and 1.2.3.256
                    12:30:45 and std::a1 and Cafe::B2 → 12:30:45 and std::a1 and Cafe::B2
                    00:1a:2b:3c:4d:5e                 → 00:1a:2b:3c:4d:5e
                    """)
    void removesAddressesIfAsked(String before, String after) {
        ScrubbingSettings settings =
                new ScrubbingSettings(
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Map.of(ScrubRule.IPV4, true, ScrubRule.IPV6, true),
                        AddressPolicy.KEEP);

        assertKeeps(before);
        assertThat(new Scrubber(settings).scrub(before).text()).isEqualTo(after);
        assertThat(new Scrubber(settings).scrub(after).text()).isEqualTo(after);
    }
}
