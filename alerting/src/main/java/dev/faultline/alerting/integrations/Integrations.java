package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.event.ProjectId;
import dev.faultline.project.JsonFields;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The integrations of projects. Thread-safe.
final class Integrations {

    private static final Logger LOGGER = LoggerFactory.getLogger(Integrations.class);

    private final IntegrationRepository repository;
    private final ConfigVault vault;
    private final EgressGuard guard;
    private final InstantSource clock;

    Integrations(
            IntegrationRepository repository,
            ConfigVault vault,
            EgressGuard guard,
            InstantSource clock) {
        this.repository = repository;
        this.vault = vault;
        this.guard = guard;
        this.clock = clock;
    }

    /// All channels, configured or not.
    List<IntegrationAnswer> list(ProjectId project) {
        Map<Channel, StoredIntegration> stored =
                repository.ofProject(project).stream()
                        .collect(Collectors.toMap(StoredIntegration::channel, Function.identity()));
        return Arrays.stream(Channel.values())
                .map(channel ->
                        Optional.ofNullable(stored.get(channel))
                                .map(IntegrationAnswer::of)
                                .orElseGet(() -> IntegrationAnswer.notConfigured(channel)))
                .toList();
    }

    /// What the API shows of one; empty if it is not configured.
    Optional<IntegrationAnswer> shown(ProjectId project, Channel channel) {
        return repository.find(project, channel).map(IntegrationAnswer::of);
    }

    /// @throws ApiException `409` if it is not configured
    StoredIntegration configured(ProjectId project, Channel channel) {
        return repository
                .find(project, channel)
                .orElseThrow(() ->
                        new ApiException(
                                ProblemType.CONFLICT,
                                "%s is not configured: PUT /api/settings/integrations/%s first"
                                        .formatted(channel.text(), channel.text())));
    }

    /// A stored config in clear.
    IntegrationConfig open(StoredIntegration stored) {
        return vault.open(stored)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Another process stored secrets with another master key"));
    }

    /// Creates or replaces an integration.
    ///
    /// @throws IllegalArgumentException a sentence that names the field, if the config is not valid
    /// @throws ApiException `409` if this installation can't keep secrets
    StoredIntegration put(ProjectId project, Channel channel, JsonFields sent) {
        if (!vault.canKeep()) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "Integrations can't be stored: in production the operator has to set FAULTLINE_MASTER_KEY, with which their secrets are encrypted");
        }
        Optional<IntegrationConfig> before = repository.find(project, channel).flatMap(vault::open);
        IntegrationConfig config = SentConfig.read(channel, sent, before);
        config.check(guard);
        repository.save(
                project,
                channel,
                ConfigVault.masked(channel, config.json()),
                vault.sealed(project, channel, config.json()),
                clock.instant());
        LOGGER.info("Project {} configured {}", project, channel.text());
        return configured(project, channel);
    }

    void delete(ProjectId project, Channel channel) {
        repository.delete(project, channel);
        LOGGER.info("Project {} removed {}", project, channel.text());
    }
}
