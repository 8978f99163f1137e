package dev.faultline.query.cache;

import static dev.faultline.query.cache.CachedAnswer.STATISTICS;
import static dev.faultline.query.cache.CachedAnswer.TRENDS;
import static dev.faultline.query.cache.CachedAnswer.UPTIME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class GenerationsTest {

    private static final ProjectId ONE = new ProjectId("one");
    private static final ProjectId TWO = new ProjectId("two");

    private static final Duration TTL = Duration.ofMinutes(2);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final InMemoryRedis redis = new InMemoryRedis();
    private final CacheKeys keys = new CacheKeys("test.");
    private final Generations generations = new Generations(redis, keys, new SplittableRandom(1));
    private final AnswerCache cache =
            new AnswerCache(
                    redis,
                    keys,
                    generations,
                    new CacheSettings(
                            "",
                            TTL,
                            TTL,
                            TTL,
                            TTL,
                            TTL,
                            TTL,
                            TTL,
                            Duration.ofMillis(50),
                            DataSize.ofBytes(20)),
                    meters);
    private int asked;

    @Test
    void answersTheSameQuestionFromTheCache() {
        ask(ONE, "a");

        assertThat(List.of(ask(ONE, "a"), ask(ONE, "a"))).containsExactly("2", "2");
        assertThat(ask(ONE, "b")).isEqualTo("3");
        assertThat(ask(TWO, "a")).isEqualTo("4");
    }

    @Test
    void countsHitsAndMissesByKindOfAnswer() {
        warm();

        ask(ONE, "a");

        assertThat(requests("hit")).isEqualTo(1);
        assertThat(requests("miss")).isEqualTo(2);
        assertThat(requests("bypass")).isZero();
    }

    @Test
    void keepsSharedAnswersWhateverChanges() {
        cache.getShared(UPTIME, "", () -> "1".getBytes(UTF_8));
        generations.renewAll();

        byte[] answer = cache.getShared(UPTIME, "", () -> "2".getBytes(UTF_8));

        assertThat(answer).asString(UTF_8).isEqualTo("1");
    }

    @Test
    void asksAgainWhenTheProjectsDataHasChanged() {
        warm();

        generations.renew(List.of(ONE));

        assertThat(ask(ONE, "a")).isEqualTo("4");
        assertThat(ask(TWO, "a")).isEqualTo("3");
    }

    @Test
    void asksAgainForEveryProjectWhenAllMayHaveChanged() {
        warm();

        generations.renewAll();

        assertThat(ask(ONE, "a")).isEqualTo("4");
        assertThat(ask(TWO, "a")).isEqualTo("5");
    }

    @Test
    void neverFindsOldAnswersUnderAGenerationThatRedisLost() {
        warm();

        redis.values.keySet().removeIf(key -> key.contains("generation"));

        ask(ONE, "a");
        assertThat(ask(ONE, "a")).isEqualTo("5");
    }

    @Test
    void readsNothingFromTheCacheWhileARenewalIsOverdue() {
        warm();
        redis.away = true;
        generations.renew(List.of(ONE));
        assertThat(ask(ONE, "a")).isEqualTo("4");

        redis.away = false;

        assertThat(ask(ONE, "a")).isEqualTo("5");
        assertThat(ask(ONE, "a")).isEqualTo("5");
    }

    @Test
    void keepsNoLargeAnswer() {
        warm();

        List<byte[]> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(cache.get(TRENDS, ONE, "large", () -> new byte[21]));
        }

        assertThat(answers.getFirst()).isNotSameAs(answers.getLast());
        assertThat(redis.values.keySet()).noneMatch(key -> key.endsWith("large"));
    }

    /// Two questions each, so that there are generations and answers: 2 and 3.
    private void warm() {
        generations.renewAll();
        generations.renew(List.of(ONE, TWO));
        asked = 1;
        ask(ONE, "a");
        ask(TWO, "a");
    }

    private double requests(String result) {
        return meters.counter("faultline.cache.requests", "answer", "statistics", "result", result)
                .count();
    }

    private String ask(ProjectId project, String question) {
        return new String(
                cache.get(
                        STATISTICS,
                        project,
                        question,
                        () -> Integer.toString(++asked).getBytes(UTF_8)),
                UTF_8);
    }
}
