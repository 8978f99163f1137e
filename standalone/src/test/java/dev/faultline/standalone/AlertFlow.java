package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// From a rule to the webhook that hears of it, and to the end of the incident. Needs an
/// installation that may send to this machine.
final class AlertFlow {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RULES = "/api/alerts/rules";
    private static final String INCIDENTS = "/api/alerts/incidents";
    private static final String WEBHOOK = "/api/settings/integrations/webhook";

    private final Api api;

    AlertFlow(Api api) {
        this.api = api;
    }

    void run() throws IOException {
        try (Webhook webhook = Webhook.start()) {
            assertThat(
                            api.putSettings(
                                            WEBHOOK,
                                            "{\"config\": {\"url\": \"%s\"}}"
                                                    .formatted(webhook.url()))
                                    .status())
                    .isEqualTo(200);
            String rule = create();
            for (int i = 0; i < 4; i++) {
                assertThat(
                                api.post("{\"message\": \"Alarming\", \"source\": \"alerted\"}")
                                        .status())
                        .isEqualTo(201);
            }
            String incident = awaitIncident(rule, "investigating");
            webhook.await("incident.fired", incident);
            assertThat(rule(rule).path("last_triggered").isString()).isTrue();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(
                                            api.get(RULES + "/" + rule + "/evaluation")
                                                    .data()
                                                    .path("state")
                                                    .stringValue(""))
                                    .isEqualTo("firing"));

            assertThat(api.deleteSettings(RULES + "/" + rule).status()).isEqualTo(204);
            assertThat(awaitIncident(rule, "resolved")).isEqualTo(incident);
            webhook.await("incident.resolved", incident);
            assertThat(webhook.heard(incident))
                    .containsExactly("incident.fired", "incident.resolved");
            await().atMost(PATIENCE).untilAsserted(() -> toldOnceEach(incident));
        }
    }

    private String create() {
        Api.Answer created =
                api.postSettings(
                        RULES,
                        """
                        {
                          "name": "High Error Rate",
                          "condition": "error_count{source='alerted'} > threshold in time_window",
                          "threshold": 3,
                          "time_window": "5m",
                          "notifications": ["webhook"],
                          "enabled": true
                        }
                        """);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.data().path("last_triggered").isNull()).isTrue();
        return created.data().path("id").stringValue();
    }

    private JsonNode rule(String id) {
        return api.get(RULES)
                .data()
                .path("rules")
                .valueStream()
                .filter(rule -> rule.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String awaitIncident(String rule, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> api.get(INCIDENTS + "?rule_id=" + rule).data().path("incidents"),
                        incidents ->
                                incidents.size() == 1
                                        && incidents
                                                .path(0)
                                                .path("status")
                                                .stringValue()
                                                .equals(status))
                .path(0)
                .path("id")
                .stringValue();
    }

    private void toldOnceEach(String incident) {
        assertThat(
                        api.get("/api/alerts/notifications?incident_id=" + incident)
                                .data()
                                .path("notifications")
                                .valueStream()
                                .map(each -> each.path("state").stringValue()))
                .containsExactly("delivered", "delivered");
    }
}
