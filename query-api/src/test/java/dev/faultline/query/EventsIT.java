package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.PROJECT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.DerivedId;
import dev.faultline.event.EventId;
import dev.faultline.event.MintedId;
import dev.faultline.event.RawKey;
import dev.faultline.event.RawKey.Origin;
import dev.faultline.group.Duplicate;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import dev.faultline.group.Receipt;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.test.PostgresFixture;
import dev.faultline.topic.DeadLetterHeaders;
import dev.faultline.topic.RawHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsIT {

    private static final SplittableRandom RANDOM = new SplittableRandom(7);

    private static TestTopics topics;
    private static String database;
    private static RunningQueryApi api;

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        database = PostgresFixture.freshDatabase();
        api = RunningQueryApi.start(topics, database, "");
    }

    @AfterAll
    static void stop() {
        api.close();
        topics.close();
    }

    @Test
    void followsAMintedIdOnItsWay() {
        EventId id = MintedId.mint(Instant.now(), RANDOM);
        Fingerprint fingerprint = Groups.fingerprint(1);
        GroupId group = GroupId.of(PROJECT, fingerprint);
        RecordMetadata place =
                publish(new RawKey(PROJECT, Origin.GATEWAY, id).text(), body(null), fingerprint);
        assertThat(report(id).get("status").stringValue()).isEqualTo("accepted");

        topics.aggregateEverything();
        assertThat(report(id).get("status").stringValue()).isEqualTo("grouped");

        topics.publishVisible(
                Groups.state(1).positions(positions(place)), Groups.occurrence(1, "m", NOON));
        topics.awaitProjected(database);
        JsonNode visible = report(id);
        assertThat(visible.get("status").stringValue()).isEqualTo("visible");
        assertThat(visible.get("group_id").stringValue()).isEqualTo(group.toString());
        assertThat(visible.get("place").get("offset").longValue()).isEqualTo(place.offset());
        String receipt = visible.get("receipt").stringValue();
        assertThat(api.get("/api/events/" + receipt).data()).isEqualTo(visible);
        assertThat(api.get("/api/errors/" + group + "?receipt=" + receipt + "&wait=1").status())
                .isEqualTo(200);
    }

    @Test
    void waitsForTheEventOfAReceipt() {
        topics.publishVisible(Groups.state(2).positions(4L, 9L), Groups.occurrence(2, "m", NOON));
        topics.awaitProjected(database);
        String path = "/api/errors/" + Groups.id(2) + "?wait=1&receipt=";

        assertThat(api.get(path + receipt(2, 1, 9)).status()).isEqualTo(200);
        assertThat(api.get(path + receipt(2, 1, 10)).status()).isEqualTo(503);
        assertThat(api.get(path + receipt(3, 1, 9)).status()).isEqualTo(400);
        assertThat(api.get(path + "r1_nonsense").status()).isEqualTo(400);
        assertThat(api.get(path.replace("wait=1", "wait=11") + receipt(2, 1, 9)).error())
                .startsWith("wait must be");
    }

    private static String receipt(int n, int lane, long offset) {
        return new Receipt(PROJECT, new EventId("any"), Groups.id(n), new RawPosition(lane, offset))
                .text();
    }

    @Test
    void findsADerivedIdByItsPlace() {
        RecordMetadata place = publish(null, body(null), null);
        EventId id = DerivedId.of(place.topic(), place.partition(), place.offset());

        JsonNode report = report(id);

        assertThat(report.get("group_id").stringValue())
                .isEqualTo(GroupId.of(PROJECT, Grouping.fingerprint("m", null, "s")).toString());
        assertThat(report.get("place").get("partition").intValue()).isEqualTo(place.partition());
        assertThat(status(id, RunningQueryApi.OTHER_PROJECT)).isEqualTo(404);
        EventId none = DerivedId.of(place.topic(), place.partition(), place.offset() + 1_000);
        assertThat(status(none, "test-api-key")).isEqualTo(404);
    }

    /// Nobody has scrubbed what a service published directly: its group is that of what is left.
    @Test
    void namesTheGroupThatADirectRecordHasOnceItIsScrubbed() {
        String body = "{\"message\":\"mail to ann@example.com failed\",\"source\":\"s\"}";
        RecordMetadata place = publish(null, body.getBytes(UTF_8), null);
        EventId id = DerivedId.of(place.topic(), place.partition(), place.offset());

        assertThat(report(id).get("group_id").stringValue())
                .isEqualTo(
                        GroupId.of(
                                        PROJECT,
                                        Grouping.fingerprint("mail to [email] failed", null, "s"))
                                .toString());
    }

    @Test
    void findsAClientsIdAmongTheLastRecords() {
        EventId id = new EventId("order/17:a+b=c@d.e-f_g");
        publish(new RawKey(PROJECT, Origin.CLIENT, id).text(), body(id.value()), null);

        assertThat(report(id).get("event_id").stringValue()).isEqualTo(id.value());
        assertThat(status(id, RunningQueryApi.OTHER_PROJECT)).isEqualTo(404);
    }

    @Test
    void findsAReKeyedIdThere() {
        EventId id = new EventId("rekeyed-1");
        RecordMetadata place =
                topics.send(
                        new ProducerRecord<>(
                                topics.catalog().rekeyed().name(),
                                new RawKey(PROJECT, Origin.CLIENT, id).text().getBytes(UTF_8),
                                body(id.value())));

        JsonNode report = report(id);

        assertThat(report.get("place").get("topic").stringValue()).isEqualTo(place.topic());
        assertThat(report.get("place").get("offset").longValue()).isEqualTo(place.offset());
    }

    @Test
    void tellsDuplicatesAndDeadLetters() {
        topics.send(
                topics.catalog().duplicates(),
                "k",
                new Duplicate(
                        PROJECT,
                        new EventId("twice"),
                        Groups.id(5),
                        NOON,
                        new RawPosition(1, 700)));
        ProducerRecord<byte[], byte[]> dead =
                new ProducerRecord<>(topics.catalog().deadLetter().name(), null);
        RawHeaders.put(dead.headers(), DeadLetterHeaders.PROJECT, PROJECT.value());
        RawHeaders.put(dead.headers(), DeadLetterHeaders.EVENT_ID, "broken");
        RawHeaders.put(dead.headers(), DeadLetterHeaders.REASON, "malformed JSON");
        RawHeaders.put(dead.headers(), DeadLetterHeaders.LANE, "2");
        RawHeaders.put(dead.headers(), DeadLetterHeaders.OFFSET, "71");
        topics.send(dead);
        topics.awaitProjected(database);

        JsonNode duplicate = report(new EventId("twice"));
        assertThat(duplicate.get("status").stringValue()).isEqualTo("deduplicated");
        assertThat(duplicate.get("group_id").stringValue()).isEqualTo(Groups.id(5).toString());
        JsonNode letter = report(new EventId("broken"));
        assertThat(letter.get("status").stringValue()).isEqualTo("dead_lettered");
        assertThat(letter.get("reason").stringValue()).isEqualTo("malformed JSON");
        assertThat(status(new EventId("twice"), RunningQueryApi.OTHER_PROJECT)).isEqualTo(404);
    }

    @Test
    void knowsNothingOfOtherIds() {
        assertThat(status(new EventId("never"), "test-api-key")).isEqualTo(404);
        assertThat(status(MintedId.mint(Instant.now(), RANDOM), "test-api-key")).isEqualTo(404);
        assertThat(api.get("/api/events/not%20an%20id").status()).isEqualTo(400);
        assertThat(api.get("/api/events/").status()).isEqualTo(400);
    }

    private static Long[] positions(RecordMetadata place) {
        List<Long> positions = new ArrayList<>(Collections.nCopies(place.partition() + 1, -1L));
        positions.set(place.partition(), place.offset());
        return positions.toArray(Long[]::new);
    }

    private static byte[] body(String eventId) {
        String id = eventId == null ? "" : "\"event_id\":\"%s\",".formatted(eventId);
        return "{%s\"message\":\"m\",\"source\":\"s\"}".formatted(id).getBytes(UTF_8);
    }

    private static RecordMetadata publish(String key, byte[] body, Fingerprint fingerprint) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        topics.catalog().raw().name(),
                        key == null ? null : key.getBytes(UTF_8),
                        body);
        if (fingerprint != null) {
            RawHeaders.putFingerprint(record.headers(), fingerprint);
        }
        return topics.send(record);
    }

    private static int status(EventId id, String key) {
        return api.call("GET", "/api/events/" + id, key).status();
    }

    private static JsonNode report(EventId id) {
        RunningQueryApi.Answer answer = api.get("/api/events/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.data();
    }
}
