package dev.faultline.query.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class GenerationsTest {

    private static final ProjectId ONE = new ProjectId("one");
    private static final ProjectId TWO = new ProjectId("two");

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
                            Duration.ofMinutes(2),
                            Duration.ofMillis(50),
                            DataSize.ofBytes(20)));
    private int asked;

    @Test
    void answersTheSameQuestionFromTheCache() {
        ask(ONE, "a");

        assertThat(List.of(ask(ONE, "a"), ask(ONE, "a"))).containsExactly("2", "2");
        assertThat(ask(ONE, "b")).isEqualTo("3");
        assertThat(ask(TWO, "a")).isEqualTo("4");
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
            answers.add(cache.get(ONE, "large", () -> new byte[21]));
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

    private String ask(ProjectId project, String question) {
        return new String(
                cache.get(project, question, () -> Integer.toString(++asked).getBytes(UTF_8)),
                UTF_8);
    }
}
