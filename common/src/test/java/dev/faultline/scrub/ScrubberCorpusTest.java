package dev.faultline.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventJson;
import dev.faultline.event.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No secret of a generated corpus stays in an event, wherever it stood.
class ScrubberCorpusTest {

    private static final int SECRETS = 5_000;

    private static final List<String> AROUND =
            List.of(
                    "%s",
                    "request failed: %s",
                    "%s was refused",
                    "(%s)",
                    "got <%s>, gave up",
                    "«%s»",
                    "Größe 10 € – %s – 日本語",
                    "first line\n%s\nlast line",
                    "a, %s, b",
                    "Caused by: E: %s",
                    "\"%s\"",
                    "{%s}",
                    "[%s]",
                    "see %s.",
                    "at x (y.js:1:2)\n    at %s (z.js:3:4)",
                    "😀 %s 😀",
                    "\t%s\t");

    @Test
    void leavesNoSecretAndCountsEach() {
        // The same in every run; -Dfaultline.test.seed=... tries other secrets.
        long seed = Long.getLong("faultline.test.seed", 20_261_124);
        RandomGenerator random = new SplittableRandom(seed);
        SecretGenerator secrets = new SecretGenerator(random);
        Scrubber scrubber = new Scrubber(ScrubbingSettings.DEFAULT);
        List<String> wrong = new ArrayList<>();

        for (int i = 0; i < SECRETS; i++) {
            SecretGenerator.Secret secret = secrets.next();
            String text = secrets.one(AROUND).formatted(secret.text());
            ErrorEvent event = place(random, text);
            Scrubbed scrubbed = scrubber.scrub(event);
            String json = new String(EventJson.write(scrubbed.event()), UTF_8);
            String plain = scrubbed.event().toString();
            if (json.contains(secret.value()) || plain.contains(secret.value())) {
                wrong.add("stays: " + text);
            } else if (secret.rules().stream()
                    .noneMatch(rule -> scrubbed.counts().containsKey(rule.text()))) {
                wrong.add("found by %s: %s".formatted(scrubbed.counts(), text));
            } else if (!scrubber.scrub(scrubbed.event())
                    .equals(new Scrubbed(scrubbed.event(), Map.of()))) {
                wrong.add("scrubbed again: " + text + " -> " + plain);
            }
        }

        assertThat(wrong).as("of seed %d", seed).isEmpty();
    }

    private static ErrorEvent place(RandomGenerator random, String text) {
        return switch (random.nextInt(6)) {
            case 0 -> event(text, null, null, null);
            case 1 ->
                    event(
                            "failed",
                            "E: x\n  at a.b(c:1)\nCaused by: " + text + "\n  at d.e(f:2)",
                            null,
                            null);
            case 2 -> event("failed", null, Map.of("note", text), null);
            case 3 ->
                    event(
                            "failed",
                            null,
                            Map.of("a", List.of(1, Map.of("b", List.of(text)))),
                            null);
            case 4 -> event("failed", null, null, text);
            default ->
                    event(
                            "x".repeat(random.nextInt(4_000))
                                    + ' '
                                    + text
                                    + ' '
                                    + "y".repeat(random.nextInt(4_000)),
                            null,
                            null,
                            null);
        };
    }

    private static ErrorEvent event(
            String message,
            @Nullable String trace,
            @Nullable Map<String, @Nullable Object> context,
            @Nullable String url) {
        return new ErrorEvent(
                null,
                null,
                Severity.ERROR,
                message,
                trace,
                context,
                List.of(),
                "shop",
                "production",
                url,
                null,
                null);
    }
}
