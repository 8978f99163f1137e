package dev.faultline.alerting.integrations;

import dev.faultline.access.ApiKey;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
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
    private final AuditTrail audit;

    IntegrationController(
            Integrations integrations,
            NewWebhookSecret newSecret,
            IntegrationTests tests,
            AuditTrail audit) {
        this.integrations = integrations;
        this.newSecret = newSecret;
        this.tests = tests;
        this.audit = audit;
    }

    /// All of them.
    record All(List<IntegrationAnswer> integrations) {}

    @GetMapping("/api/settings/integrations")
    Envelope<All> list(ApiKey key) {
        return Envelope.of(new All(integrations.list(key.project())));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<IntegrationAnswer> put(
            Actor actor, @PathVariable String name, HttpServletRequest request) {
        Channel channel = IntegrationPath.channel(name);
        JsonFields body = SettingsBody.readFields(request);
        return Envelope.of(
                SettingsBody.checked(
                        () -> put(actor, channel, body.only(Set.of("config")).object("config"))));
    }

    private IntegrationAnswer put(Actor actor, Channel channel, JsonFields config) {
        Optional<String> made = newSecret.makeFor(channel, config);
        Optional<IntegrationAnswer> before = integrations.shown(actor.project(), channel);
        StoredIntegration stored =
                integrations.put(
                        actor.project(),
                        channel,
                        made.map(secret -> NewWebhookSecret.in(config, secret)).orElse(config));
        audit.changed(
                actor,
                "integration.replace",
                channel.text(),
                before.orElse(null),
                IntegrationAnswer.of(stored));
        // Shown this once.
        return made.map(secret ->
                        IntegrationAnswer.of(stored, NewWebhookSecret.in(stored.config(), secret)))
                .orElseGet(() -> IntegrationAnswer.of(stored));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable String name) {
        Channel channel = IntegrationPath.channel(name);
        Optional<IntegrationAnswer> before = integrations.shown(actor.project(), channel);
        integrations.delete(actor.project(), channel);
        audit.changed(actor, "integration.delete", channel.text(), before.orElse(null), null);
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
