package dev.faultline.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.Occurrence;
import dev.faultline.grouping.Grouping;
import dev.faultline.topic.DeadLetterHeaders;
import dev.faultline.topic.RawHeaders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregatorTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final GroupId GROUP =
            GroupId.of(ProjectId.DEFAULT, Grouping.fingerprint("Connection lost", null, "backend"));

    @TempDir Path stateDir;

    private TopologyFixture topology;

    @BeforeEach
    void start() {
        topology = new TopologyFixture(stateDir);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void countsEventsOfOneFaultInOneGroup() {
        topology.raw(null, event(null, "Connection lost"), NOON)
                .raw(null, event(null, "Connection lost"), NOON.plusSeconds(1))
                .raw(null, event(null, "Disk full"), NOON.plusSeconds(2));

        List<TestRecord<String, GroupSnapshot>> groups = topology.written(topology.topics.groups());

        assertThat(groups).extracting(r -> r.value().count()).containsExactly(1L, 2L, 1L);
        assertThat(groups.get(1).key()).isEqualTo(GROUP.toString());
        assertThat(groups.get(1).value().lastSeen()).isEqualTo(NOON.plusSeconds(1));
        assertThat(groups.get(1).value().positions()).containsExactly(1L);
    }

    @Test
    void countsAnIdThatComesTwiceOnce() {
        topology.raw("default|c|e1", event("e1", "Connection lost"), NOON)
                .raw("default|c|e1", event("e1", "Connection lost"), NOON.plusSeconds(3_599));

        assertThat(topology.facts()).extracting(Fact::count).containsExactly(1, 0);
        GroupSnapshot group = lastGroup();
        assertThat(group.count()).isEqualTo(1);
        assertThat(group.positions()).containsExactly(1L);
        assertThat(topology.written(topology.topics.duplicates()))
                .singleElement()
                .satisfies(duplicate -> {
                    assertThat(duplicate.key()).isEqualTo("default|c|e1");
                    assertThat(duplicate.value().groupId()).isEqualTo(GROUP);
                    assertThat(duplicate.value().position().offset()).isEqualTo(1);
                });
    }

    @Test
    void countsAnIdAgainWhenItsWindowIsOver() {
        topology.raw("default|c|e1", event("e1", "Connection lost"), NOON)
                .raw("default|c|e1", event("e1", "Connection lost"), NOON.plusSeconds(3_601));

        assertThat(lastGroup().count()).isEqualTo(2);
    }

    @Test
    void recognisesAnIdThatArrivesOutOfOrder() {
        topology.raw("default|c|e1", event("e1", "Connection lost"), NOON.plusSeconds(10))
                .raw("default|c|e1", event("e1", "Connection lost"), NOON);

        assertThat(lastGroup().count()).isEqualTo(1);
    }

    @Test
    void keepsIdsOfProjectsApart() {
        topology.raw("default|c|e1", event("e1", "Connection lost"), NOON);
        var shop = new RecordHeaders();
        RawHeaders.put(shop, RawHeaders.PROJECT, "shop");
        topology.driver
                .createInputTopic(
                        topology.topics.raw().name(),
                        new StringSerializer(),
                        new StringSerializer())
                .pipeInput(
                        new TestRecord<>("shop|c|e1", event("e1", "Connection lost"), shop, NOON));

        assertThat(topology.facts())
                .extracting(fact -> fact.project().value())
                .containsExactly("default", "shop");
    }

    @Test
    void countsEveryEventThatHasNoId() {
        topology.raw("key", event(null, "Connection lost"), NOON)
                .raw("key", event(null, "Connection lost"), NOON);

        assertThat(lastGroup().count()).isEqualTo(2);
    }

    @Test
    void goesOnWithoutRememberingWhenTheCapOfIdsIsReached() {
        for (int i = 0; i < 1_001; i++) {
            topology.raw("default|c|e" + i, event("e" + i, "Connection lost"), NOON);
        }
        topology.raw("default|c|e0", event("e0", "Connection lost"), NOON)
                .raw("default|c|e1000", event("e1000", "Connection lost"), NOON);

        List<Fact> facts = topology.facts();
        assertThat(facts).hasSize(1_003);
        assertThat(facts.get(1_001).count()).isZero();
        assertThat(facts.get(1_002).count()).isEqualTo(1);
    }

    @Test
    void resolvesReopensAndForgets() {
        topology.raw(null, event(null, "Connection lost"), NOON)
                .command(GROUP, new GroupCommand.Resolve(ProjectId.DEFAULT), NOON.plusSeconds(1));
        assertThat(lastGroup().status()).isEqualTo(GroupStatus.RESOLVED);

        topology.raw(null, event(null, "Connection lost"), NOON.plusSeconds(2));
        assertThat(lastGroup().status()).isEqualTo(GroupStatus.UNRESOLVED);

        topology.raw(null, event(null, "Connection lost"), NOON.plusSeconds(3));
        assertThat(lastGroup().regressed()).isTrue();

        topology.command(GROUP, new GroupCommand.Delete(ProjectId.DEFAULT), NOON.plusSeconds(4));
        assertThat(lastGroup().status()).isEqualTo(GroupStatus.DELETED);

        topology.raw(null, event(null, "Connection lost"), NOON.plusSeconds(5));
        assertThat(lastGroup().count()).isEqualTo(1);
    }

    @Test
    void ignoresCommandsThatMakeNoSense() {
        topology.command(GROUP, new GroupCommand.Delete(ProjectId.DEFAULT), NOON)
                .command(GROUP, null, NOON);
        topology.driver
                .createInputTopic(
                        topology.topics.commands().name(),
                        new StringSerializer(),
                        new StringSerializer())
                .pipeInput(GROUP.toString(), "{\"command\":\"explode\"}", NOON);
        topology.raw(null, event(null, "Connection lost"), NOON);

        assertThat(lastGroup().count()).isEqualTo(1);
    }

    @Test
    void buriesWhatCanNotBeUsedAndGoesOn() {
        topology.raw("default|c|e1", "{\"message\":", NOON)
                .raw(null, new byte[] {(byte) 0xFF, 0, 1}, NOON)
                .raw(null, (byte[]) null, NOON)
                .raw(null, event(null, "Connection lost"), NOON);

        List<TestRecord<byte[], byte[]>> dead = topology.written(topology.topics.deadLetter());
        assertThat(dead).hasSize(3);
        assertThat(dead.getFirst().value()).isEqualTo("{\"message\":".getBytes(UTF_8));
        assertThat(header(dead.getFirst(), DeadLetterHeaders.REASON)).isEqualTo("malformed JSON");
        assertThat(header(dead.getFirst(), DeadLetterHeaders.EVENT_ID)).isEqualTo("e1");
        assertThat(header(dead.getFirst(), DeadLetterHeaders.LANE)).isEqualTo("0");
        assertThat(header(dead.getFirst(), DeadLetterHeaders.OFFSET)).isEqualTo("0");
        assertThat(lastGroup().count()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstFewPayloadsOfAGroup() {
        for (int i = 0; i < 20; i++) {
            topology.raw(null, event(null, "Connection lost"), NOON);
        }

        List<TestRecord<String, Occurrence>> kept = topology.written(topology.topics.occurrences());
        assertThat(kept).hasSize(5);
        assertThat(kept.getFirst().value().message()).isEqualTo("Connection lost");
        assertThat(lastGroup().count()).isEqualTo(20);
    }

    private GroupSnapshot lastGroup() {
        return topology.written(topology.topics.groups()).getLast().value();
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return RawHeaders.text(record.headers(), name).orElse(null);
    }

    private static String event(String id, String message) {
        String idField = id == null ? "" : "\"event_id\":\"%s\",".formatted(id);
        return "{%s\"message\":\"%s\",\"source\":\"backend\"}".formatted(idField, message);
    }
}
