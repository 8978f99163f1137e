package dev.faultline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.query.cache.CacheSettings;
import dev.faultline.query.database.DatabaseSettings;
import dev.faultline.query.events.EventSettings;
import dev.faultline.query.progress.ProgressSettings;
import dev.faultline.query.projection.OccurrenceSettings;
import dev.faultline.query.projection.ProjectorSettings;
import dev.faultline.query.stream.StreamSettings;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class SettingsTest {

    private static final Map<String, Class<?>> SETTINGS =
            Map.of(
                    "faultline.query.database", DatabaseSettings.class,
                    "faultline.query.cache", CacheSettings.class,
                    "faultline.query.projector", ProjectorSettings.class,
                    "faultline.query.occurrences", OccurrenceSettings.class,
                    "faultline.query.progress", ProgressSettings.class,
                    "faultline.query.events", EventSettings.class,
                    "faultline.query.stream", StreamSettings.class);

    @Test
    void showsEveryDefaultInTheFile() throws IOException {
        Map<String, Object> variables =
                Map.of("DATABASE_URL", "postgres://a@b", "REDIS_URL", "", "HOSTNAME", "");
        for (Map.Entry<String, Class<?>> settings : SETTINGS.entrySet()) {
            assertThat(bind(settings.getKey(), variables, true))
                    .isEqualTo(
                            bind(
                                    settings.getKey(),
                                    Map.of("faultline.query.database.url", "postgres://a@b"),
                                    false));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "database | url | '' | DATABASE_URL is not set",
                "database | url | mysql://x | DATABASE_URL must have the form",
                "database | statement-timeout | 1ms | statement-timeout must be",
                "database | pool-size | 0 | pool-size must be",
                "cache | redis-url | http://x | REDIS_URL must have the form",
                "cache | error-list-ttl | 0s | error-list-ttl must be",
                "cache | command-timeout | 11s | command-timeout must be",
                "projector | max-poll-records | 0 | max-poll-records must be",
                "projector | instance-id | a b | instance-id must be",
                "projector | kept-outcomes | -1 | kept-outcomes",
                "projector | max-fetch-bytes | 2GB | max-fetch-bytes must be",
                "occurrences | per-group | 9 | per-group must be",
                "occurrences | cleanup-interval | 999ms | cleanup-interval must be",
                "progress | max-waiters | 0 | max-waiters must be",
                "progress | sample-interval | 0s | sample-interval must be",
                "events | search-records | 0 | search-records must be",
                "events | search-time | 2m | search-time must be",
                "events | max-searches | 0 | max-searches must be",
                "stream | max-listeners | -1 | max-listeners must be",
                "stream | queue-events | 0 | queue-events must be",
                "stream | queue-bytes | 1KB | queue-bytes must be",
                "stream | heartbeat | 0s | heartbeat must be",
                "stream | history-events | -1 | history-events must be"
            })
    void refusesValuesOutOfRange(String feature, String name, String value, String sentence) {
        String prefix = "faultline.query." + feature;
        Map<String, Object> values =
                Map.of("DATABASE_URL", "postgres://a@b", prefix + "." + name, value);

        assertThatThrownBy(() -> bind(prefix, values, true))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageStartingWith(sentence);
    }

    @Test
    void hidesPasswords() throws IOException {
        Map<String, Object> values =
                Map.of(
                        "DATABASE_URL", "postgres://ann:hush@db",
                        "REDIS_URL", "redis://:hush@cache");

        assertThat(bind("faultline.query.database", values, true).toString())
                .doesNotContain("hush");
        assertThat(bind("faultline.query.cache", values, true).toString()).doesNotContain("hush");
        assertThatThrownBy(() ->
                        bind(
                                "faultline.query.cache",
                                Map.of("REDIS_URL", "http://:hush@cache"),
                                true))
                .hasStackTraceContaining("REDIS_URL")
                .rootCause()
                .message()
                .doesNotContain("hush");
    }

    private static Object bind(String prefix, Map<String, Object> values, boolean withFile)
            throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", values));
        if (withFile) {
            new YamlPropertySourceLoader()
                    .load("file", new ClassPathResource("query-api.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        }
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate(prefix, SETTINGS.get(prefix));
    }
}
