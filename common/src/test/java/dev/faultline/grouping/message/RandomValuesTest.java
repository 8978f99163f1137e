package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever value of a kind stands in a message, its template is the same.
class RandomValuesTest {

    private static final long SEED = 20_261_124;
    private static final String HEX = "0123456789abcdef";
    private static final List<String> CARRIERS =
            List.of(
                    "failed to load %s from cache",
                    "%s is not valid",
                    "could not process request %s",
                    "lookup of %s: not found",
                    "id: %s, retrying",
                    "Unexpected value %s.",
                    "processing '%s' failed",
                    "Job %s finished with errors after retry",
                    "rejected (%s)");

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("uuid", RandomValuesTest::uuid),
                kind("upper-case uuid", r -> uuid(r).toUpperCase(Locale.ROOT)),
                kind("uuid in braces", r -> '{' + uuid(r) + '}'),
                kind("md5", r -> text(r, HEX, 32)),
                kind("sha1", r -> text(r, HEX, 40)),
                kind("image digest", r -> "sha256:" + text(r, HEX, 64)),
                kind("object id", r -> '6' + text(r, HEX, 23)),
                kind("ulid", r -> "01" + text(r, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24)),
                kind("snowflake", r -> "1" + text(r, "0123456789", 17)),
                kind("integer", r -> Integer.toString(r.nextInt(Integer.MAX_VALUE))),
                kind("small integer", r -> Integer.toString(r.nextInt(200))),
                kind("float", r -> format("%.3f", r.nextDouble() * 1_000)),
                kind("scientific", r -> format("%.2e", r.nextDouble() * 1e9)),
                kind("thousands", r -> format("%,d", r.nextInt(1_000, 99_999_999))),
                kind("percent", r -> r.nextInt(101) + "%"),
                kind("ipv4", RandomValuesTest::ipv4),
                kind("ipv4 with port", r -> ipv4(r) + ':' + r.nextInt(1, 65_536)),
                kind("ipv6", r -> ("%s:".repeat(7) + "%s").formatted(groups(r))),
                kind("mac", r -> ("%s:".repeat(5) + "%s").formatted(pairs(r))),
                kind("email", r -> one(r, "ann", "x+tag", "j_doe") + "@mail.example.com"),
                kind("url", r -> "https://api.shop.com/v2/orders/" + r.nextInt(9_999) + "?q=x"),
                kind("path", r -> "/var/lib/app/" + text(r, HEX, 8) + ".json"),
                kind("iso time", r -> date(r) + 'T' + time(r) + 'Z'),
                kind("log time", r -> date(r) + ' ' + time(r) + ',' + r.nextInt(100, 999)),
                kind("date", RandomValuesTest::date),
                kind("time", RandomValuesTest::time),
                kind("milliseconds", r -> r.nextInt(1, 99_999) + " ms"),
                kind("seconds", r -> r.nextInt(1, 999) + "." + r.nextInt(10) + "s"),
                kind("go duration", r -> r.nextInt(1, 59) + "m" + r.nextInt(59) + ".5s"),
                kind("size", r -> r.nextInt(2, 999) + " " + one(r, "KB", "MB", "GiB")),
                kind("list", r -> r.ints(r.nextInt(1, 6), 0, 999).boxed().toList().toString()),
                kind("container", r -> text(r, HEX, 64)),
                kind("java object", r -> "com.shop.Order@" + text(r, HEX, 8)),
                kind("host", r -> one(r, "db", "web") + '-' + r.nextInt(99) + ".corp.internal"));
    }

    private static Arguments kind(String name, Function<RandomGenerator, String> value) {
        return Arguments.of(name, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void leaveTheTemplateAsItIs(String kind, Function<RandomGenerator, String> value) {
        var random = new SplittableRandom(SEED);
        for (String carrier : CARRIERS) {
            Set<String> templates = new HashSet<>();
            for (int i = 0; i < 500; i++) {
                templates.add(MessageTemplate.of(carrier.formatted(value.apply(random))));
            }

            assertThat(templates).as(carrier).hasSize(1);
        }
    }

    private static String uuid(RandomGenerator random) {
        return String.join(
                "-",
                text(random, HEX, 8),
                text(random, HEX, 4),
                text(random, HEX, 4),
                text(random, HEX, 4),
                text(random, HEX, 12));
    }

    private static String ipv4(RandomGenerator random) {
        return "%d.%d.%d.%d"
                .formatted(
                        random.nextInt(1, 255),
                        random.nextInt(256),
                        random.nextInt(256),
                        random.nextInt(1, 255));
    }

    private static Object[] groups(RandomGenerator random) {
        return Stream.generate(() -> text(random, HEX, 4)).limit(8).toArray();
    }

    private static Object[] pairs(RandomGenerator random) {
        return Stream.generate(() -> text(random, HEX, 2)).limit(6).toArray();
    }

    private static String date(RandomGenerator random) {
        return "%d-%02d-%02d"
                .formatted(
                        random.nextInt(1990, 2035), random.nextInt(1, 13), random.nextInt(1, 29));
    }

    private static String time(RandomGenerator random) {
        return "%02d:%02d:%02d"
                .formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60));
    }

    private static String format(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String text(RandomGenerator random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String one(RandomGenerator random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
