package dev.faultline.alerting.integrations;

import dev.faultline.access.ApiKey;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/settings/integrations`: see, configure, remove and test.
@RestController
class IntegrationController {

    private static final String ONE = "/api/settings/integrations/{name}";

    private final Integrations integrations;
    private final NewWebhookSecret newSecret;
    private final IntegrationTests tests;

    IntegrationController(
            Integrations integrations, NewWebhookSecret newSecret, IntegrationTests tests) {
        this.integrations = integrations;
        this.newSecret = newSecret;
        this.tests = tests;
    }

    /// All of them.
    record All(List<IntegrationAnswer> integrations) {}

    @GetMapping("/api/settings/integrations")
    Envelope<All> list(ApiKey key) {
        return Envelope.of(new All(integrations.list(key.project())));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<IntegrationAnswer> put(
            ApiKey key, @PathVariable String name, HttpServletRequest request) {
        Channel channel = IntegrationPath.channel(name);
        JsonFields body = SettingsBody.readFields(request);
        return Envelope.of(
                SettingsBody.checked(
                        () -> put(key, channel, body.only(Set.of("config")).object("config"))));
    }

    private IntegrationAnswer put(ApiKey key, Channel channel, JsonFields config) {
        Optional<String> made = newSecret.makeFor(channel, config);
        StoredIntegration stored =
                integrations.put(
                        key.project(),
                        channel,
                        made.map(secret -> NewWebhookSecret.in(config, secret)).orElse(config));
        // Shown this once.
        return made.map(secret ->
                        IntegrationAnswer.of(stored, NewWebhookSecret.in(stored.config(), secret)))
                .orElseGet(() -> IntegrationAnswer.of(stored));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(ApiKey key, @PathVariable String name) {
        integrations.delete(key.project(), IntegrationPath.channel(name));
    }

    @PostMapping(ONE + "/test")
    Envelope<TestAnswer> test(ApiKey key, @PathVariable String name, HttpServletRequest request) {
        Channel channel = IntegrationPath.channel(name);
        Optional<JsonFields> body = SettingsBody.readOptionalFields(request);
        return Envelope.of(
                SettingsBody.checked(() ->
                        tests.run(
                                key.project(),
                                channel,
                                body.map(fields -> TestRecipients.read(channel, fields))
                                        .orElse(List.of()))));
    }
}
