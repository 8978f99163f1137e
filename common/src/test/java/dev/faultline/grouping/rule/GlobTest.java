package dev.faultline.grouping.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.faultline.grouping.rule.Glob.Style;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "abc,             abc",
        "*,               abc",
        "*,               ''",
        "a*,              a",
        "a*,              abc",
        "*c,              abc",
        "*b*,             abc",
        "a*c,             ac",
        "a*c,             abcbc",
        "a**c,            abc",
        "a?c,             abc",
        "a??,             abc",
        "?,               ß",
        "*.PaymentError,  com.acme.PaymentError",
        "com.*.pay?,      com.acme.shop.payX",
        "SELECT * FROM *, SELECT * FROM orders",
        "what?,           what?",
        "App\\Http\\*,    App\\Http\\Kernel",
        "a/*,             a/b/c",
        "*aab,            aaaaab",
        "*a*a*b,          aXaXXb",
        "(a+)+$,          (a+)+$"
    })
    void matchesTheWholeText(String pattern, String text) {
        assertThat(Glob.of(pattern, Style.EXACT).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "abc,   ab",
        "abc,   abcd",
        "abc,   Abc",
        "a*,    ba",
        "*c,    cb",
        "a?c,   ac",
        "?,     ''",
        "?,     ab",
        "a*b*c, acb",
        "*aab,  aaaba",
        "[a],   a",
        "{a},   a"
    })
    void matchesNothingElse(String pattern, String text) {
        assertThat(Glob.of(pattern, Style.EXACT).matches(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*TIMED out*, Connection timed OUT after 5 s",
        "ÄRGER ?,     ärger X",
        "straße,      STRAßE",
        "K,           \u212A"
    })
    void ignoresCaseWhereAsked(String pattern, String text) {
        assertThat(Glob.of(pattern, Style.IGNORING_CASE).matches(text)).isTrue();
        assertThat(Glob.of(pattern, Style.EXACT).matches(text)).isFalse();
    }

    @Test
    void matchesAcrossLines() {
        assertThat(Glob.of("*timeout*", Style.IGNORING_CASE).matches("failed:\nTimeout\n at 5"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "*.js,                     app.js",
        "*.js,                     /srv/app/main.js",
        "src/*.js,                 src/main.js",
        "src/*.js,                 /srv/app/src/main.js",
        "/srv/**,                  /srv/app/main.js",
        "/srv/*,                   /srv/main.js",
        "**/node_modules/**,       node_modules/x/index.js",
        "**/node_modules/**,       /srv/app/node_modules/x/index.js",
        "node_modules/**,          /srv/app/node_modules/x/index.js",
        "/srv/**/main.js,          /srv/main.js",
        "/srv/**/main.js,          /srv/a/b/main.js",
        "/srv/**/**/main.js,       /srv/main.js",
        "**/**/main.js,            main.js",
        "**.js,                    /srv/app/main.js",
        "/srv/a**.js,              /srv/app/main.js",
        "SRC\\*.cs,                C:\\Build\\src\\Shop.cs",
        "c:/build/**,              C:\\Build\\src\\Shop.cs",
        "vendor/*/lib/?.rb,        /app/vendor/gem/lib/a.rb",
        "**,                       x/y"
    })
    void matchesPathsByFolders(String pattern, String path) {
        assertThat(Glob.of(pattern, Style.PATH).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "*.js,                app.jsx",
        "src/*.js,            src/lib/main.js",
        "src/*.js,            xsrc/main.js",
        "/src/*.js,           /srv/src/main.js",
        "/srv/*,              /srv/app/main.js",
        "/srv?app,            /srv/app",
        "node_modules/**,     /srv/my_node_modules/x.js",
        "node_modules/**,     /srv/node_modules",
        "/srv/**/main.js,     /srv/xmain.js",
        "/srv/**/main.js,     /srvmain.js",
        "lib,                 lib/a.rb"
    })
    void doesNotMatchOtherPaths(String pattern, String path) {
        assertThat(Glob.of(pattern, Style.PATH).matches(path)).isFalse();
    }

    @Test
    void agreesWithTheObviousDefinition() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 200_000; i++) {
            String pattern = text(random, "ab?**", 1 + random.nextInt(8));
            String text = text(random, "ab", random.nextInt(10));

            assertThat(Glob.of(pattern, Style.EXACT).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(matches(pattern, text));
        }
    }

    @Test
    void agreesWithTheObviousDefinitionOnPaths() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 200_000; i++) {
            String pattern = text(random, "a/?**", 1 + random.nextInt(8));
            String path = text(random, "ab/", random.nextInt(10));

            assertThat(Glob.of(pattern, Style.PATH).matches(path))
                    .as("%s on %s", pattern, path)
                    .isEqualTo(
                            matchesPath(pattern.startsWith("/") ? pattern : "**/" + pattern, path));
        }
    }

    private static String text(SplittableRandom random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static boolean matches(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return matches(pattern.substring(1), text)
                    || (!text.isEmpty() && matches(pattern, text.substring(1)));
        }
        return !text.isEmpty()
                && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
                && matches(pattern.substring(1), text.substring(1));
    }

    private static boolean matchesPath(String pattern, String path) {
        return matchesPath(pattern, 0, path, 0);
    }

    private static boolean matchesPath(String pattern, int p, String path, int t) {
        if (p == pattern.length()) {
            return t == path.length();
        }
        boolean ended = t == path.length();
        if (pattern.startsWith("**/", p) && (p == 0 || pattern.charAt(p - 1) == '/')) {
            if (matchesPath(pattern, p + 3, path, t)) {
                return true;
            }
            for (int slash = path.indexOf('/', t);
                    slash >= 0;
                    slash = path.indexOf('/', slash + 1)) {
                if (matchesPath(pattern, p + 3, path, slash + 1)) {
                    return true;
                }
            }
            return false;
        }
        if (pattern.charAt(p) == '*') {
            int end = p;
            while (end < pattern.length() && pattern.charAt(end) == '*') {
                end++;
            }
            boolean anywhere = end - p > 1;
            for (int i = t; ; i++) {
                if (matchesPath(pattern, end, path, i)) {
                    return true;
                }
                if (i == path.length() || (!anywhere && path.charAt(i) == '/')) {
                    return false;
                }
            }
        }
        boolean one =
                !ended
                        && (pattern.charAt(p) == '?'
                                ? path.charAt(t) != '/'
                                : pattern.charAt(p) == path.charAt(t));
        return one && matchesPath(pattern, p + 1, path, t + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65, 126, 127, 128, 129, 500})
    void matchesLongPatterns(int length) {
        String text = "ab".repeat(length).substring(0, length);

        assertThat(Glob.of(text, Style.EXACT).matches(text)).isTrue();
        assertThat(Glob.of(text, Style.EXACT).matches(text + "a")).isFalse();
        assertThat(Glob.of("?".repeat(length), Style.EXACT).matches(text)).isTrue();
        assertThat(Glob.of("*" + text.substring(1), Style.EXACT).matches("xx" + text)).isTrue();
        assertThat(Glob.of(text.substring(0, length - 3) + "/**", Style.PATH).matches(text))
                .isFalse();
        String deep = "a/".repeat(length / 2 - 3);
        assertThat(Glob.of(deep + "**/x", Style.PATH).matches("/b/" + deep + "x")).isTrue();
        assertThat(Glob.of(deep + "**/x", Style.PATH).matches("/b/" + deep + "c/x")).isTrue();
        assertThat(Glob.of(deep + "**/x", Style.PATH).matches("/b/" + deep + "cx")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*a*a*a*a*a*a*a*a*b", "*?*?*?*?*?*b", "*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"})
    void takesOnePassOverHostileTexts(String pattern) {
        String hostile = "a".repeat(1_000_000);

        boolean matches =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(2),
                        () -> Glob.of(pattern, Style.EXACT).matches(hostile));

        assertThat(matches).isFalse();
    }

    @Test
    void saysHowLongAPatternMayBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.of("", Style.EXACT))
                .withMessage("must have 1 to 500 characters, but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.of("x".repeat(501), Style.PATH))
                .withMessage("must have 1 to 500 characters, but has 501");
    }

    @Test
    void isEqualByPatternAndStyle() {
        assertThat(Glob.of("a", Style.EXACT))
                .isEqualTo(Glob.of("a", Style.EXACT))
                .hasSameHashCodeAs(Glob.of("a", Style.EXACT))
                .isNotEqualTo(Glob.of("a", Style.PATH))
                .isNotEqualTo(Glob.of("b", Style.EXACT))
                .hasToString("a");
    }
}
