package dev.faultline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.aggregator.transition.Transition;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.Alias;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.grouping.GroupingInput;
import dev.faultline.topic.RawHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Groups made by the grouping before are found by their old key and do not split.
class TransitionTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofDays(30));

    @TempDir Path stateDir;

    private TopologyFixture topology;

    @BeforeEach
    void start() {
        topology = new TopologyFixture(stateDir, new Transition(1, END));
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void countsEventsOfAnOldFaultInItsOldGroup() {
        oldGroup("Disk full");

        for (int i = 1; i <= 3; i++) {
            topology.raw(null, event("Disk full"), NOON.plusSeconds(i));
        }

        GroupSnapshot last = last();
        assertThat(last.groupId()).isEqualTo(oldId("Disk full"));
        assertThat(last.count()).isEqualTo(4);
        assertThat(last.groupingVersion()).isEqualTo(1);
        assertThat(aliases())
                .containsExactly(
                        new Alias(
                                ProjectId.DEFAULT,
                                newId("Disk full"),
                                oldId("Disk full"),
                                Alias.Kind.MOVED));
    }

    @Test
    void keepsCountingThereWhenTheTransitionIsOver() {
        oldGroup("Disk full");
        topology.raw(null, event("Disk full"), NOON.plusSeconds(1));

        topology.raw(null, event("Disk full"), END.plusSeconds(1));

        assertThat(last().groupId()).isEqualTo(oldId("Disk full"));
        assertThat(last().count()).isEqualTo(3);
    }

    @Test
    void beginsAGroupOfTheNewGroupingForANewFault() {
        topology.raw(null, event("Disk full"), NOON)
                .raw(null, event("Disk full"), NOON.plusSeconds(1));

        assertThat(last().groupId()).isEqualTo(newId("Disk full"));
        assertThat(last().count()).isEqualTo(2);
        assertThat(last().groupingVersion()).isEqualTo(Grouping.version());
        assertThat(aliases()).isEmpty();
    }

    @Test
    void looksNoOldGroupUpThatFirstComesAgainWhenTheTransitionIsOver() {
        oldGroup("Disk full");

        topology.raw(null, event("Disk full"), END);

        assertThat(last().groupId()).isEqualTo(newId("Disk full"));
        assertThat(last().count()).isEqualTo(1);
    }

    @Test
    void resolvesAndReopensAnOldGroup() {
        oldGroup("Disk full");
        topology.raw(null, event("Disk full"), NOON.plusSeconds(1))
                .command(
                        oldId("Disk full"),
                        new GroupCommand.Resolve(ProjectId.DEFAULT),
                        NOON.plusSeconds(2))
                .raw(null, event("Disk full"), NOON.plusSeconds(3));

        assertThat(last().regressed()).isTrue();
        assertThat(last().count()).isEqualTo(3);
    }

    @Test
    void leadsFromTheIdThatAnOlderGatewayAnsweredToTheNewGroup() {
        var headers = new RecordHeaders();
        RawHeaders.putFingerprint(headers, oldFingerprint("Disk full"));
        topology.driver
                .createInputTopic(
                        topology.topics.raw().name(),
                        new ByteArraySerializer(),
                        new StringSerializer())
                .pipeInput(new TestRecord<>(null, event("Disk full"), headers, NOON));

        assertThat(last().groupId()).isEqualTo(newId("Disk full"));
        assertThat(aliases())
                .containsExactly(
                        new Alias(
                                ProjectId.DEFAULT,
                                oldId("Disk full"),
                                newId("Disk full"),
                                Alias.Kind.ANSWERED));
    }

    /// As the aggregator of the version before left it.
    private void oldGroup(String message) {
        Fact fact =
                new Fact(
                        1,
                        ProjectId.DEFAULT,
                        oldFingerprint(message),
                        Severity.ERROR,
                        "backend",
                        "production",
                        NOON,
                        NOON,
                        new RawPosition(1, 0));
        topology.driver
                .createInputTopic(
                        topology.topics.facts().name(),
                        new StringSerializer(),
                        topology.topics.facts().valueSerde().serializer())
                .pipeInput(oldId(message).toString(), fact, NOON);
    }

    private GroupSnapshot last() {
        List<TestRecord<String, GroupSnapshot>> written =
                topology.written(topology.topics.groups());
        if (!written.isEmpty()) {
            latest = written.getLast().value();
        }
        return latest;
    }

    private GroupSnapshot latest;

    private List<Alias> aliases() {
        return topology.written(topology.topics.aliases()).stream().map(TestRecord::value).toList();
    }

    private static GroupId oldId(String message) {
        return GroupId.of(ProjectId.DEFAULT, oldFingerprint(message));
    }

    private static GroupId newId(String message) {
        return GroupId.of(ProjectId.DEFAULT, Grouping.fingerprint(message, null, "backend"));
    }

    private static Fingerprint oldFingerprint(String message) {
        return Grouping.former(1, GroupingInput.of(message, null, "backend")).orElseThrow();
    }

    private static String event(String message) {
        return "{\"message\":\"%s\",\"source\":\"backend\"}".formatted(message);
    }
}
