package dev.faultline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.faultline.access.AccessSettings;
import dev.faultline.access.ApiKeys;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.access.MadeKeys;
import dev.faultline.audit.AuditTrail;
import dev.faultline.web.WebConfiguration;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class StartupFailureTest {

    @Test
    void namesThePortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Throwable failure = failureOf("--server.port=" + taken.getLocalPort());

            assertThat(StartupFailure.sentence(failure))
                    .contains(
                            "Port %d is in use: end what listens there, or set PORT to another port."
                                    .formatted(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "--server.port=0 --faultline.access.environment=prod"
                        + " → The setting faultline.access can't be used: ENVIRONMENT is 'prod': set it to development, test or production.",
                "--server.port=http"
                        + " → The setting server.port can't be used: For input string: \"http\".",
                "--server.port=0 --faultline.access.api-keys=hunter2"
                        + " → FAULTLINE_API_KEYS must hold entries project:key, each key of at least 20 characters."
            })
    void namesTheSettingThatCannotBeUsed(String arguments, String sentence) {
        assertThat(StartupFailure.sentence(failureOf(arguments))).contains(sentence);
    }

    @Test
    void findsTheSentenceUnderOtherFailures() {
        Exception sentence = new StartupException("Kafka is away: start it.", new IOException());

        assertThat(StartupFailure.sentence(sentence)).contains("Kafka is away: start it.");
        assertThat(
                        StartupFailure.sentence(
                                new IllegalStateException("a", new IOException("b", sentence))))
                .contains("Kafka is away: start it.");
    }

    @Test
    void saysNothingOfOurOwnFaults() {
        assertThat(StartupFailure.sentence(new NullPointerException("x"))).isEmpty();
    }

    private static Throwable failureOf(String arguments) {
        Throwable failure =
                catchThrowable(() ->
                        Stage.application(Application.class, "no-such-stage")
                                .run(arguments.split(" "))
                                .close());
        assertThat(failure).isNotNull();
        return failure;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(WebConfiguration.class)
    static class Application {

        @Bean
        ApiKeys apiKeys(AccessSettings settings, InstantSource clock) {
            return MadeKeys.with(new ConfiguredKeys(settings), clock);
        }

        @Bean
        AuditTrail auditTrail(InstantSource clock) {
            return new AuditTrail((_, _) -> CompletableFuture.completedFuture(null), clock);
        }
    }
}
