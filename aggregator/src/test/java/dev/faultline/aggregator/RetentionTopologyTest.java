package dev.faultline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import dev.faultline.group.Alias;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.topic.RawHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a group is forgotten that nobody has seen for long.
class RetentionTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration DAYS = Duration.ofDays(90);
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
    void forgetsAGroupThatNoEventCameFor() {
        event(NOON);
        expire(NOON.plus(DAYS));

        TestRecord<String, GroupSnapshot> last = groups().getLast();
        assertThat(last.key()).isEqualTo(GROUP.toString());
        assertThat(last.value()).isNull();
        assertThat(RawHeaders.text(last.headers(), RawHeaders.PROJECT)).contains("default");
        assertThat(state()).isNull();
    }

    @Test
    void keepsAGroupThatANewerEventCameFor() {
        event(NOON);
        event(NOON.plusMillis(1));
        expire(NOON.plus(DAYS));

        assertThat(groups()).extracting(TestRecord::value).doesNotContainNull();
        assertThat(state()).isNotNull();
    }

    @Test
    void goesByTheBrokersTimeNotByTheEventsOwn() {
        topology.raw(
                null,
                "{\"message\":\"Connection lost\",\"source\":\"backend\",\"timestamp\":\"2025-12-20T00:00:00Z\"}",
                NOON.plusMillis(1));
        expire(NOON.plus(DAYS));

        assertThat(state()).isNotNull();
    }

    @Test
    void doesNotCountACommandAsBeingSeen() {
        event(NOON);
        command(new GroupCommand.Resolve(ProjectId.DEFAULT), NOON.plusSeconds(60));
        expire(NOON.plus(DAYS));

        assertThat(state()).isNull();
    }

    @Test
    void forgetsTheMarkerOfADeletionToo() {
        event(NOON);
        command(new GroupCommand.Delete(ProjectId.DEFAULT), NOON.plusSeconds(1));
        expire(NOON.plus(DAYS));
        assertThat(groups().getLast().value().status()).isEqualTo(GroupStatus.DELETED);

        expire(NOON.plus(DAYS).plusSeconds(1));

        assertThat(groups()).extracting(TestRecord::value).containsOnlyNulls();
        assertThat(state()).isNull();
    }

    @Test
    void beginsAnewWhenAForgottenGroupComesAgain() {
        event(NOON);
        event(NOON);
        long forgotten = groups().getLast().value().version();
        Instant again = NOON.plus(DAYS).plusSeconds(1);
        expire(NOON.plus(DAYS));
        event(again);

        List<TestRecord<String, GroupSnapshot>> written = groups();
        assertThat(written.getFirst().value()).isNull();
        GroupSnapshot group = written.getLast().value();
        assertThat(group.count()).isEqualTo(1);
        assertThat(group.generation()).isEqualTo(1);
        assertThat(group.firstSeen()).isEqualTo(again);
        assertThat(group.version()).isGreaterThan(forgotten);
    }

    @Test
    void tellsAgainWhatIsForgottenAlreadyAndIsNotStirredByOtherCommands() {
        expire(NOON);
        expire(NOON.plusSeconds(1));
        assertThat(groups()).hasSize(2).extracting(TestRecord::value).containsOnlyNulls();

        command(new GroupCommand.Resolve(ProjectId.DEFAULT), NOON);
        command(new GroupCommand.Delete(ProjectId.DEFAULT), NOON);

        assertThat(groups()).isEmpty();
    }

    @Test
    void forgetsWhereAGroupHadMovedOnATombstone() {
        GroupId old = GroupId.of(ProjectId.DEFAULT, new Fingerprint(1, "0".repeat(32)));
        alias(new Alias(ProjectId.DEFAULT, GROUP, old, Alias.Kind.MOVED));
        event(NOON);
        assertThat(moved()).isEqualTo(old.toString());
        // The old group is not there, so the fact came home.
        assertThat(groups()).extracting(TestRecord::key).containsOnly(GROUP.toString());

        alias(null);

        assertThat(moved()).isNull();
        event(NOON.plusSeconds(1));
        assertThat(groups().getLast().value().count()).isEqualTo(2);
    }

    private void event(Instant appended) {
        topology.raw(null, "{\"message\":\"Connection lost\",\"source\":\"backend\"}", appended);
    }

    private void expire(Instant appended) {
        command(new GroupCommand.Expire(ProjectId.DEFAULT, (int) DAYS.toDays()), appended);
    }

    private void command(GroupCommand command, Instant appended) {
        topology.command(GROUP, command, appended);
    }

    private void alias(Alias alias) {
        topology.driver
                .createInputTopic(
                        topology.topics.aliases().name(),
                        new StringSerializer(),
                        topology.topics.aliases().valueSerde().serializer())
                .pipeInput(GROUP.toString(), alias, NOON);
    }

    private List<TestRecord<String, GroupSnapshot>> groups() {
        return topology.written(topology.topics.groups());
    }

    private Object state() {
        return topology.driver.getTimestampedKeyValueStore("groups").get(GROUP.toString());
    }

    private Object moved() {
        return topology.driver.getKeyValueStore("moved-groups").get(GROUP.toString());
    }
}
