package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Deliverer;
import dev.faultline.alerting.delivery.Delivery;
import dev.faultline.alerting.delivery.Notice;
import dev.faultline.alerting.delivery.Target;
import dev.faultline.event.ProjectId;
import dev.faultline.web.ApiException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Tries integrations out: sends a notice that says it is a test.
final class IntegrationTests {

    private final Integrations integrations;
    private final IntegrationRepository repository;
    private final Deliverer deliverer;
    private final SendLimiter limiter;
    private final InstantSource clock;

    IntegrationTests(
            Integrations integrations,
            IntegrationRepository repository,
            Deliverer deliverer,
            SendLimiter limiter,
            InstantSource clock) {
        this.integrations = integrations;
        this.repository = repository;
        this.deliverer = deliverer;
        this.limiter = limiter;
        this.clock = clock;
    }

    /// Sends, waits for the outcome and remembers it.
    ///
    /// @param to recipients instead of those of the config; empty for those
    /// @throws IllegalArgumentException if there is nobody to send to
    /// @throws ApiException `409` if it is not configured, `429` if the project tests too often
    TestAnswer run(ProjectId project, Channel channel, List<String> to) {
        StoredIntegration stored = integrations.configured(project, channel);
        Target target = integrations.open(stored).testTarget(to);
        limiter.admit(project);
        Delivery delivery = deliverer.deliver(target, notice(project, channel));
        // As exact as the database keeps it.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.recordTest(stored, at, delivery.failure());
        return TestAnswer.of(channel, delivery, at);
    }

    private Notice notice(ProjectId project, Channel channel) {
        return new Notice(
                "test_" + UUID.randomUUID(),
                "integration.test",
                project,
                clock.instant(),
                "Test of the %s integration".formatted(channel.text()),
                "Somebody asked Faultline to try out this integration. It works: you can read this.",
                new LinkedHashMap<>());
    }
}
