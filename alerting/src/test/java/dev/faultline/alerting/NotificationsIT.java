package dev.faultline.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.RunningAlerting.Answer;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Receiver;
import dev.faultline.alerting.notifications.Announcement;
import dev.faultline.alerting.notifications.Announcement.Fate;
import dev.faultline.alerting.notifications.OutboxStore;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.topic.TopicCatalog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the outbox to receivers and back to the API, with a real database and real receivers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsIT {

    private static final String ALL = "/api/alerts/notifications";
    private static final int MAX_PENDING = 40;
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Receiver receiver = new Receiver();

    /// What the receiver answers next; 200 when there is nothing left.
    private final ConcurrentLinkedDeque<Reply> replies = new ConcurrentLinkedDeque<>();

    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private RunningAlerting alerting;
    private int seen;

    private record Reply(int status, String retryAfter) {}

    @BeforeAll
    void start() {
        mail.start();
        receiver.answering("/", this::answer);
        alerting =
                RunningAlerting.start(
                        database.url(),
                        "faultline.alerting.notifications.digest-after=1s",
                        "faultline.alerting.notifications.max-pending=" + MAX_PENDING);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Reply reply = replies.poll();
        if (reply != null && reply.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(reply == null ? 200 : reply.status(), -1);
        exchange.close();
    }

    @AfterAll
    void stop() {
        alerting.close();
        receiver.close();
        mail.stop();
    }

    @BeforeEach
    void forget() throws FolderException {
        mail.purgeEmailFromAllMailboxes();
        database.forgetIntegrations();
        database.forgetNotifications();
        replies.clear();
        seen = receiver.requests().size();
    }

    private void configure(String name, String config) {
        Answer answer =
                alerting.call(
                        "PUT",
                        "/api/settings/integrations/" + name,
                        "{'config': %s}".formatted(config));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void configureWebhook() {
        configure("webhook", "{'url': 'http://127.0.0.1:%d/hook'}".formatted(receiver.port()));
    }

    private Announcement announcement(String type, UUID incident, Fate fate, Channel... channels) {
        return new Announcement(
                UUID.randomUUID(),
                ProjectId.DEFAULT,
                type,
                UUID.randomUUID(),
                incident,
                AlertSeverity.HIGH,
                List.of(channels),
                TIME,
                "Disk full",
                "No space left",
                new LinkedHashMap<>(Map.of("Source", "checkout")),
                fate);
    }

    private Announcement fired(Channel... channels) {
        return announcement("incident.fired", UUID.randomUUID(), Fate.SEND, channels);
    }

    /// As whoever decides it announces it: in a transaction.
    private void announce(Announcement... announcements) {
        OutboxStore outbox = alerting.bean(OutboxStore.class);
        alerting.bean(RequestDatabase.class)
                .answer(sql -> {
                    sql.transaction(transaction -> {
                        for (Announcement announcement : announcements) {
                            outbox.add(transaction.dsl(), announcement);
                        }
                    });
                    return announcements;
                });
    }

    private List<JsonNode> listed(String filter) {
        return List.copyOf(
                alerting.get(ALL + "?limit=100&" + filter).data().get("notifications").values());
    }

    private JsonNode single() {
        List<JsonNode> all = listed("");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private JsonNode detail(JsonNode notification) {
        return alerting.get(ALL + "/" + notification.get("id").asString()).data();
    }

    private static String state(JsonNode notification) {
        return notification.get("state").asString();
    }

    private List<Receiver.Request> posts() {
        return receiver.requests().subList(seen, receiver.requests().size());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }

    private void awaitStates(String... states) {
        soon().untilAsserted(() ->
                assertThat(listed("")).extracting(NotificationsIT::state).containsExactly(states));
    }

    private void awaitAttempts(int count) {
        soon().until(() -> {
            JsonNode one = single();
            return one.get("attempt_count").intValue() == count && !state(one).equals("sending");
        });
    }

    @Test
    void tellsEveryTargetOfEveryChannel() throws Exception {
        configureWebhook();
        configure(
                "slack", "{'webhook_url': 'http://127.0.0.1:%d/slack'}".formatted(receiver.port()));
        configure(
                "sms",
                "{'account_sid': 'AC1', 'auth_token': 't', 'from': '+15005550006', 'to': ['+491701234567', '+491701234568'], 'api_url': 'http://127.0.0.1:%d/sms'}"
                        .formatted(receiver.port()));
        configure(
                "email",
                "{'smtp_server': '127.0.0.1', 'smtp_port': %d, 'security': 'none', 'from_email': 'alerts@example.com'}"
                        .formatted(mail.getSmtp().getPort()));
        Announcement fired = fired(Channel.values());

        announce(fired);

        awaitStates("delivered", "delivered", "delivered", "delivered", "delivered");
        assertThat(posts())
                .extracting(Receiver.Request::path)
                .containsExactlyInAnyOrder(
                        "/hook",
                        "/slack",
                        "/sms/2010-04-01/Accounts/AC1/Messages.json",
                        "/sms/2010-04-01/Accounts/AC1/Messages.json");
        JsonNode webhook = listed("channel=webhook").getFirst();
        Receiver.Request post =
                posts().stream()
                        .filter(one -> one.path().equals("/hook"))
                        .findFirst()
                        .orElseThrow();
        assertThat(post.headers().getFirst("webhook-id"))
                .isEqualTo("ntf_" + webhook.get("id").asString());
        JsonNode body = JsonMapper.shared().readTree(post.body());
        assertThat(body.get("type").asString()).isEqualTo("incident.fired");
        assertThat(body.at("/data/severity").asString()).isEqualTo("high");
        assertThat(body.at("/data/incident_id").asString())
                .isEqualTo(String.valueOf(fired.incidentId()));
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getMessageID()).startsWith("<ntf_");
        assertThat(listed("channel=sms"))
                .extracting(one -> one.get("target").asString())
                .containsExactly("****4568", "****4567");
        assertThat(detail(webhook).get("attempts").values())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.get("outcome").asString()).isEqualTo("delivered");
                    assertThat(attempt.get("remote_status").intValue()).isEqualTo(200);
                });
        assertThat(alerting.get("/api/settings/integrations").body())
                .contains("\"name\":\"webhook\",\"status\":\"connected\"");
    }

    @Test
    void announcesTheSameOnce() {
        configureWebhook();
        Announcement fired = fired(Channel.WEBHOOK);

        announce(fired, fired);
        awaitStates("delivered");
        announce(fired);

        awaitStates("delivered");
        assertThat(posts()).hasSize(1);
    }

    @Test
    void repeatsWithTheSameIdUntilItArrives() {
        configureWebhook();
        replies.add(new Reply(500, null));

        announce(fired(Channel.WEBHOOK));

        awaitAttempts(1);
        JsonNode waiting = single();
        assertThat(state(waiting)).isEqualTo("pending");
        assertThat(waiting.get("reason").asString()).isEqualTo("The webhook answered HTTP 500");
        assertThat(waiting.get("next_attempt").isNull()).isFalse();
        database.letPausesPass();
        awaitStates("delivered");
        assertThat(posts())
                .extracting(post -> post.headers().getFirst("webhook-id"))
                .containsExactly(
                        waiting.get("message_id").asString(), waiting.get("message_id").asString());
        assertThat(detail(waiting).get("attempts").values())
                .extracting(attempt -> attempt.get("outcome").asString())
                .containsExactly("retry", "delivered");
    }

    @Test
    void leavesATargetAloneThatAsksForIt() {
        configureWebhook();
        replies.add(new Reply(429, "3600"));
        announce(fired(Channel.WEBHOOK));
        awaitAttempts(1);
        assertThat(Instant.parse(single().get("next_attempt").asString()))
                .isAfter(Instant.parse(single().get("created_at").asString()).plusSeconds(3500));

        announce(fired(Channel.WEBHOOK));
        // Of another channel, by the same round of the sender: the webhook's was passed over.
        configure(
                "slack", "{'webhook_url': 'http://127.0.0.1:%d/slack'}".formatted(receiver.port()));
        announce(fired(Channel.SLACK));

        awaitStates("delivered", "pending", "pending");
        assertThat(posts()).extracting(Receiver.Request::path).containsExactly("/hook", "/slack");
        database.letPausesPass();
        awaitStates("delivered", "delivered", "delivered");
    }

    @Test
    void sendsNothingMoreToWhoWantsNothingMore() {
        configureWebhook();
        replies.add(new Reply(410, null));

        announce(fired(Channel.WEBHOOK));
        awaitStates("dead");
        assertThat(single().get("reason").asString())
                .isEqualTo("The webhook answered HTTP 410: it takes nothing any more");
        assertThat(alerting.get("/api/settings/integrations").body())
                .contains("\"name\":\"webhook\",\"status\":\"failing\"");
        announce(fired(Channel.WEBHOOK));
        awaitStates("dead", "dead");
        assertThat(listed("").getFirst().get("reason").asString())
                .startsWith("webhook wants nothing any more");
        assertThat(posts()).hasSize(1);

        assertThat(
                        alerting.call("POST", "/api/settings/integrations/webhook/test", "")
                                .data()
                                .get("delivered")
                                .booleanValue())
                .isTrue();
        announce(fired(Channel.WEBHOOK));
        awaitStates("delivered", "dead", "dead");
    }

    @Test
    void tellsWhyNobodyWasTold() {
        configureWebhook();

        announce(
                fired(Channel.EMAIL),
                announcement("incident.fired", null, Fate.SILENCED, Channel.WEBHOOK),
                announcement("incident.fired", null, Fate.DAMPED, Channel.WEBHOOK));

        assertThat(listed(""))
                .extracting(NotificationsIT::state)
                .containsExactly("damped", "silenced", "dead");
        assertThat(listed("state=dead").getFirst().get("reason").asString())
                .isEqualTo("email is not configured");
        assertThat(listed("state=dead&channel=webhook")).isEmpty();
        assertThat(posts()).isEmpty();
    }

    @Test
    void tellsTheEndAfterTheBeginning() {
        configureWebhook();
        replies.add(new Reply(503, null));
        UUID incident = UUID.randomUUID();
        announce(announcement("incident.fired", incident, Fate.SEND, Channel.WEBHOOK));
        awaitAttempts(1);

        announce(
                announcement("incident.resolved", incident, Fate.SEND, Channel.WEBHOOK),
                fired(Channel.WEBHOOK));
        awaitStates("delivered", "pending", "pending");
        database.letPausesPass();

        awaitStates("delivered", "delivered", "delivered");
        assertThat(posts())
                .extracting(
                        post -> JsonMapper.shared().readTree(post.body()).get("type").asString())
                .containsExactly(
                        "incident.fired", "incident.fired", "incident.fired", "incident.resolved");
        assertThat(listed("incident_id=" + incident)).hasSize(2);
    }

    @Test
    void tellsAFloodInOneMessage() {
        configure(
                "slack", "{'webhook_url': 'http://127.0.0.1:%d/slack'}".formatted(receiver.port()));

        announce(
                IntStream.range(0, 30)
                        .mapToObj(_ -> fired(Channel.SLACK))
                        .toArray(Announcement[]::new));

        soon().untilAsserted(() ->
                assertThat(listed(""))
                        .hasSize(31)
                        .extracting(NotificationsIT::state)
                        .containsOnly("delivered", "digested"));
        JsonNode digest = listed("").getFirst();
        assertThat(digest.get("type").asString()).isEqualTo("incident.digest");
        List<JsonNode> members = listed("digest_id=" + digest.get("id").asString());
        assertThat(members).hasSizeGreaterThan(20).allMatch(one -> state(one).equals("digested"));
        assertThat(digest.get("title").asString())
                .isEqualTo("%d more alerts, top 10".formatted(members.size()));
        assertThat(posts()).hasSize(31 - members.size());
        assertThat(posts().getLast().body()).contains("more alerts, top 10");
    }

    @Test
    void keepsNoMoreWaitingThanItMay() {
        configureWebhook();
        replies.add(new Reply(503, null));
        UUID incident = UUID.randomUUID();

        announce(
                IntStream.range(0, MAX_PENDING + 2)
                        .mapToObj(_ ->
                                announcement(
                                        "incident.reminder", incident, Fate.SEND, Channel.WEBHOOK))
                        .toArray(Announcement[]::new));

        assertThat(listed("state=dead"))
                .hasSize(2)
                .allSatisfy(one ->
                        assertThat(one.get("reason").asString())
                                .isEqualTo("too many pending: the project had 40"));
    }

    @Test
    void replaysWhatHasEnded() {
        configureWebhook();
        replies.add(new Reply(404, null));
        announce(fired(Channel.WEBHOOK));
        awaitStates("dead");
        String replay = ALL + "/" + single().get("id").asString() + "/replay";

        Answer answer = alerting.call("POST", replay, "");

        assertThat(answer.status()).isEqualTo(200);
        awaitStates("delivered");
        alerting.call("POST", replay, "");
        awaitAttempts(3);
        awaitStates("delivered");
        assertThat(posts())
                .extracting(post -> post.headers().getFirst("webhook-id"))
                .hasSize(3)
                .containsOnly(single().get("message_id").asString());
        assertThat(detail(single()).get("attempts").values())
                .extracting(attempt -> attempt.get("outcome").asString())
                .containsExactly("rejected", "delivered", "delivered");
    }

    @Test
    void tellsWhatCantBeReplayed() {
        configureWebhook();
        announce(announcement("incident.fired", null, Fate.SILENCED, Channel.WEBHOOK));
        String id = single().get("id").asString();

        Answer silenced = alerting.call("POST", ALL + "/" + id + "/replay", "");
        assertThat(silenced.status()).isEqualTo(409);
        assertThat(silenced.error()).startsWith("The notification is silenced");
        assertThat(
                        alerting.call(
                                        "POST",
                                        ALL + "/" + id + "/replay",
                                        "",
                                        RunningAlerting.OTHER_PROJECT)
                                .status())
                .isEqualTo(404);
        assertThat(alerting.get(ALL + "/x").status()).isEqualTo(400);
        assertThat(alerting.get(ALL + "?state=lost").status()).isEqualTo(400);
    }

    @Test
    void testsARule() throws Exception {
        configureWebhook();
        AlertRule rule = rule(List.of("webhook", "email"));
        AlertRule silent = rule(List.of());
        publish(rule);
        publish(silent);

        Answer answer = test(rule.id());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.data().get("delivered").booleanValue()).isFalse();
        assertThat(answer.data().get("notifications").values())
                .extracting(NotificationsIT::state)
                .containsExactly("delivered", "dead");
        assertThat(posts())
                .singleElement()
                .satisfies(post -> {
                    JsonNode body = JsonMapper.shared().readTree(post.body());
                    assertThat(body.get("type").asString()).isEqualTo("rule.test");
                    assertThat(body.at("/data/title").asString())
                            .isEqualTo("Test of rule High Error Rate");
                });
        assertThat(test(silent.id()).status()).isEqualTo(409);
        assertThat(test(UUID.randomUUID()).status()).isEqualTo(404);
    }

    private Answer test(UUID rule) {
        return alerting.call("POST", "/api/alerts/rules/%s/test".formatted(rule), "");
    }

    private static AlertRule rule(List<String> notifications) {
        return new AlertRule(
                UUID.randomUUID(),
                ProjectId.DEFAULT,
                "High Error Rate",
                "error_count > 50 in 5 minutes",
                null,
                null,
                true,
                notifications,
                AlertSeverity.HIGH,
                null,
                true,
                new TreeMap<>(),
                null,
                TIME,
                1,
                TIME,
                TIME);
    }

    private void publish(AlertRule rule) throws Exception {
        Map<String, Object> properties = alerting.bean(KafkaSettings.class).clientProperties();
        try (var producer =
                new KafkaProducer<>(
                        properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    alerting.bean(TopicCatalog.class).alertRules().name(),
                                    rule.key(),
                                    AlertRuleJson.write(rule)))
                    .get();
        }
        soon().until(() ->
                alerting.bean(RuleBook.class).rule(rule.project(), rule.id()).isPresent());
    }
}
