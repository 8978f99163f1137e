package dev.faultline.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.alerting.RunningAlerting.Answer;
import dev.faultline.alerting.incidents.Alerts;
import dev.faultline.test.KafkaFixture;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Incidents from the topic of transitions to the API and the outbox, with real servers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsIT {

    private static final String ALL = "/api/alerts/incidents";
    private static final String SILENCES = "/api/alerts/silences";
    private static final String SEED =
            """
            {
              "title": "Database Connection Timeout",
              "severity": "critical",
              "description": "Multiple database connection timeouts detected",
              "assigned_to": "user-123"
            }
            """;
    private static final Instant NOON = Alerts.NOON;

    private final TestDatabase database = TestDatabase.fresh();
    private final AtomicInteger rules = new AtomicInteger();
    private RunningAlerting alerting;
    private Topic<String, AlertTransition> topic;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    void start() {
        alerting =
                RunningAlerting.start(
                        database.url(),
                        "faultline.alerting.incidents.stable-after=3s",
                        "faultline.alerting.incidents.look-interval=100ms",
                        "faultline.alerting.incidents.orphaned-after=5s");
        topic = alerting.bean(TopicCatalog.class).alertTransitions();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", KafkaFixture.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    void stop() {
        producer.close();
        alerting.close();
    }

    private Alerts aDeletedRule() {
        return Alerts.of("Rule " + rules.incrementAndGet());
    }

    private Alerts aRule() {
        Alerts alert = aDeletedRule();
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                alerting.bean(TopicCatalog.class).alertRules().name(),
                                alert.rule().key().getBytes(UTF_8),
                                AlertRuleJson.write(alert.rule())));
        return alert;
    }

    private void publish(AlertTransition... transitions) {
        Arrays.stream(transitions)
                .forEach(transition ->
                        publish(
                                transition.rule().id().toString(),
                                topic.valueSerde()
                                        .serializer()
                                        .serialize(topic.name(), transition)));
    }

    private void publish(String key, byte[] value) {
        var _ = producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value));
    }

    private JsonNode incident(UUID id) {
        return alerting.get(ALL + "/" + id).data();
    }

    private void awaitStatus(UUID id, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    Answer answer = alerting.get(ALL + "/" + id);
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.data().get("status").asString()).isEqualTo(status);
                });
    }

    private void awaitTold(UUID incident, String... notices) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(database.notifications(incident)).containsExactly(notices));
    }

    private List<String> timeline(UUID id) {
        return incident(id)
                .get("timeline")
                .valueStream()
                .map(entry -> entry.get("kind").asString())
                .toList();
    }

    private JsonNode ofRule(Alerts alert) {
        return alerting.get(ALL + "?rule_id=" + alert.rule().id()).data();
    }

    @Test
    void opensAndResolvesOneIncidentForAnAlertHoweverOftenItIsTold() {
        Alerts alert = aRule().by("checkout");
        AlertTransition fired = alert.fired(NOON);
        AlertTransition resolved = alert.resolved(NOON, NOON.plusSeconds(480));
        publish(fired, fired);
        publish("x", "{".getBytes(UTF_8));
        publish("x", "{'kind': 'fired'}".replace('\'', '"').getBytes(UTF_8));
        publish(alert.settled(NOON), resolved, fired, resolved);

        awaitStatus(fired.id(), "resolved");
        awaitTold(
                fired.id(),
                "incident.fired email told",
                "incident.fired slack told",
                "incident.resolved email told",
                "incident.resolved slack told");
        JsonNode incident = incident(fired.id());
        assertThat(incident.get("title").asString())
                .isEqualTo("%s (checkout)".formatted(alert.rule().name()));
        assertThat(incident.get("severity").asString()).isEqualTo("high");
        assertThat(incident.get("source").asString()).isEqualTo("rule");
        assertThat(incident.get("key").asString()).isEqualTo("checkout");
        assertThat(incident.get("description").asString())
                .isEqualTo("error_count > 50 in 5m: 60, needs more than 50");
        assertThat(incident.get("started_at").asString()).isEqualTo(NOON.toString());
        assertThat(incident.get("alert_ended_at").asString())
                .isEqualTo(NOON.plusSeconds(480).toString());
        assertThat(timeline(fired.id())).containsExactly("opened", "episode", "resolved");
        assertThat(ofRule(alert).get("total").intValue()).isOne();
        assertThat(
                        alerting.bean(MeterRegistry.class)
                                .counter("faultline.incidents.transitions", "outcome", "left_out")
                                .count())
                .isEqualTo(2);
    }

    @Test
    void keepsAnEndWithoutABeginningAndDoesNothing() {
        Alerts unknown = aRule();
        Alerts known = aRule();
        publish(unknown.resolved(NOON, NOON.plusSeconds(60)));
        publish(known.fired(NOON));

        awaitStatus(known.fired(NOON).id(), "investigating");
        assertThat(ofRule(unknown).get("total").intValue()).isZero();
    }

    @Test
    void endsWhatNobodyElseWillEnd() {
        Alerts alert = aDeletedRule();
        UUID id = alert.fired(NOON).id();
        publish(alert.fired(NOON));

        awaitStatus(id, "investigating");
        awaitStatus(id, "resolved");
        assertThat(database.notifications(id)).hasSize(4);
    }

    @Test
    void takesAndAnswersTheExamplesOfTheDocumentation() {
        Answer made = alerting.call("POST", ALL, SEED);

        assertThat(made.status()).isEqualTo(201);
        JsonNode incident = made.data();
        assertThat(incident.get("title").asString()).isEqualTo("Database Connection Timeout");
        assertThat(incident.get("severity").asString()).isEqualTo("critical");
        assertThat(incident.get("status").asString()).isEqualTo("investigating");
        assertThat(incident.get("description").asString())
                .isEqualTo("Multiple database connection timeouts detected");
        assertThat(incident.get("assigned_to").asString()).isEqualTo("user-123");
        assertThat(incident.get("created_at")).isEqualTo(incident.get("updated_at"));
        String id = incident.get("id").asString();
        assertThat(alerting.get(ALL).data().get("incidents").values()).contains(incident);

        Answer changed = alerting.call("PUT", ALL + "/" + id, SEED.replace("critical", "low"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.data().get("severity").asString()).isEqualTo("low");
        assertThat(changed.data().get("status").asString()).isEqualTo("investigating");

        Answer resolved = alerting.call("PUT", ALL + "/" + id, "{'status': 'resolved'}");
        assertThat(resolved.data().get("status").asString()).isEqualTo("resolved");
        assertThat(resolved.data().get("title").asString())
                .isEqualTo("Database Connection Timeout");
        assertThat(resolved.data().get("resolved_at").isNull()).isFalse();
        assertThat(
                        alerting.call(
                                        "PUT",
                                        ALL + "/" + id,
                                        "{'status': 'monitoring', 'assigned_to': null}")
                                .data()
                                .get("resolved_at")
                                .isNull())
                .isTrue();
        Answer comment =
                alerting.call("POST", ALL + "/" + id + "/comments", "{'text': 'It was DNS.'}");
        assertThat(comment.status()).isEqualTo(201);
        assertThat(timeline(UUID.fromString(id)))
                .containsExactly(
                        "opened",
                        "assigned",
                        "deescalated",
                        "resolved",
                        "assigned",
                        "reopened",
                        "comment");
        assertThat(database.notifications(UUID.fromString(id))).isEmpty();
        assertThat(alerting.call("GET", ALL + "/" + id, "", RunningAlerting.OTHER_PROJECT).status())
                .isEqualTo(404);
    }

    @Test
    void tellsOfAnEscalationAndOfAnEndByHandOnce() {
        Alerts alert = aRule();
        UUID id = alert.fired(NOON).id();
        publish(alert.fired(NOON));
        awaitStatus(id, "investigating");

        alerting.call("PUT", ALL + "/" + id, "{'severity': 'critical'}");
        alerting.call("PUT", ALL + "/" + id, "{'severity': 'critical'}");
        alerting.call("PUT", ALL + "/" + id, "{'status': 'resolved'}");
        publish(alert.resolved(NOON, NOON.plusSeconds(300)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(timeline(id))
                                .containsExactly("opened", "escalated", "resolved", "alert_ended"));
        assertThat(database.notifications(id))
                .containsExactly(
                        "incident.fired email told",
                        "incident.fired slack told",
                        "incident.escalated email told",
                        "incident.escalated slack told",
                        "incident.resolved email told",
                        "incident.resolved slack told");
    }

    @Test
    void remindsAsLongAsItFires() {
        Alerts alert = aRule().repeatedAfter(Duration.ofMillis(500));
        UUID id = alert.fired(NOON).id();
        publish(alert.fired(NOON));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(database.notifications(id))
                                .filteredOn(told -> told.startsWith("incident.reminder email"))
                                .hasSizeGreaterThan(2));
        publish(alert.resolved(NOON, NOON.plusSeconds(300)));
        awaitStatus(id, "resolved");
        assertThat(database.notifications(id)).last().asString().startsWith("incident.resolved");
    }

    @Test
    void mutesWhatIsSilencedAndTellsItWhenTheSilenceEnds() {
        Alerts alert = aRule();
        String end = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS).toString();
        Answer silence =
                alerting.call(
                        "POST",
                        SILENCES,
                        "{'matchers': {'rule_id': '%s', 'labels': {'team': 'payments'}}, 'comment': 'moving', 'ends_at': '%s'}"
                                .formatted(alert.rule().id(), end));
        assertThat(silence.status()).isEqualTo(201);
        assertThat(silence.data().get("active").booleanValue()).isTrue();
        UUID id = alert.fired(NOON).id();
        publish(alert.fired(NOON));

        awaitTold(
                id,
                "incident.fired email silenced",
                "incident.fired slack silenced",
                "incident.fired email told",
                "incident.fired slack told");
        String silenceId = silence.data().get("id").asString();
        assertThat(alerting.get(SILENCES).data().get("silences").values())
                .anySatisfy(one -> assertThat(one.get("id").asString()).isEqualTo(silenceId));
        assertThat(alerting.call("DELETE", SILENCES + "/" + silenceId, "").status()).isEqualTo(204);
        assertThat(alerting.call("DELETE", SILENCES + "/" + silenceId, "").status()).isEqualTo(404);
    }

    @Test
    void tellsOfFlappingOnceAndOfTheFinalStateWhenItIsStable() {
        Alerts alert = aRule();
        for (int i = 0; i < 6; i++) {
            Instant start = NOON.plusSeconds(300L * i);
            publish(alert.fired(start), alert.resolved(start, start.plusSeconds(180)));
        }
        Instant last = NOON.plusSeconds(1800);
        publish(alert.fired(last));

        UUID fourth = alert.fired(NOON.plusSeconds(900)).id();
        awaitTold(
                fourth,
                "incident.fired email told",
                "incident.fired slack told",
                "incident.resolved email damped",
                "incident.resolved slack damped",
                "incident.flapping email told",
                "incident.flapping slack told",
                "incident.resolved email told",
                "incident.resolved slack told");
        assertThat(database.notifications(alert.fired(NOON.plusSeconds(1200)).id()))
                .containsExactly(
                        "incident.fired email damped",
                        "incident.fired slack damped",
                        "incident.resolved email damped",
                        "incident.resolved slack damped");
        awaitTold(
                alert.fired(last).id(),
                "incident.fired email damped",
                "incident.fired slack damped",
                "incident.fired email told",
                "incident.fired slack told");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /api/alerts/incidents?limit=101 | `` | 400 | limit must be",
                "GET | /api/alerts/incidents?status=open | `` | 400 | status must be one of",
                "GET | /api/alerts/incidents?severity=huge | `` | 400 | severity must be one of",
                "GET | /api/alerts/incidents?rule_id=1 | `` | 400 | rule_id must be",
                "GET | /api/alerts/incidents/1 | `` | 400 | Invalid UUID format",
                "PUT | /api/alerts/incidents/1 | {} | 400 | Invalid UUID format",
                "PUT | /api/alerts/incidents/8d5a3c0e-0a54-4f0e-9d0a-1c8f6a2e4b90 | {} | 404 | Incident not found",
                "POST | /api/alerts/incidents | {} | 400 | title is required",
                "POST | /api/alerts/incidents | {'title': 'a', 'status': 'resolved'} | 400 | status is unknown",
                "POST | /api/alerts/incidents | {'title': 'a', 'severity': 'huge'} | 400 | severity must be one of",
                "POST | /api/alerts/silences | {'ends_at': '2020-01-01T00:00:00Z', 'matchers': {}} | 400 | ends_at must be in the future",
                "POST | /api/alerts/silences | {'ends_at': '2120-01-01T00:00:00Z', 'matchers': {}} | 400 | ends_at must be in the future",
                "POST | /api/alerts/silences | {'ends_at': '2120-01-01T00:00:00Z'} | 400 | matchers is required",
                "DELETE | /api/alerts/silences/1 | `` | 400 | Invalid UUID format"
            })
    void tellsWhatIsWrong(String method, String path, String body, int status, String sentence) {
        Answer answer = alerting.call(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).startsWith(sentence);
    }
}
