package dev.faultline.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import dev.faultline.grouping.rule.FingerprintTemplate;
import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.grouping.rule.MatchField;
import dev.faultline.grouping.rule.RuleAction;
import dev.faultline.grouping.rule.RuleMatcher;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.test.KafkaFixture;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Settings on their way from who writes them to who reads them.
class ProjectSettingsIT {

    private static final KafkaSettings KAFKA =
            new KafkaSettings(KafkaFixture.bootstrapServers(), Duration.ofSeconds(30), Map.of());
    private static final Topic<String, byte[]> TOPIC =
            new TopicCatalog(new TopicSettings("it-" + UUID.randomUUID() + ".", 3, (short) 1))
                    .projects();
    private static final Duration SOON = Duration.ofSeconds(2);

    private static ProjectSettingsWriter writer;

    @BeforeAll
    static void start() throws Exception {
        try (Admin admin = Admin.create(KAFKA.clientProperties())) {
            NewTopic topic =
                    new NewTopic(TOPIC.name(), TOPIC.partitions(), (short) 1)
                            .configs(TOPIC.config());
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        }
        writer = new ProjectSettingsWriter(KAFKA, TOPIC);
    }

    @AfterAll
    static void stop() {
        writer.close();
    }

    @Test
    void reachTwoReadersWithTheSameRevision() throws Exception {
        ProjectId before = new ProjectId("before");
        ProjectId later = new ProjectId("later");
        ProjectSettings early = writer.write(before, rules("early"));

        try (var one = ProjectSettingsFeed.start(KAFKA, TOPIC);
                var other = ProjectSettingsFeed.start(KAFKA, TOPIC)) {
            assertThat(one.book().of(before)).isEqualTo(early);
            assertThat(one.book().of(later)).isEqualTo(ProjectSettings.NONE);

            ProjectSettings changed = writer.write(before, rules("changed"));
            ProjectSettings added = writer.write(later, rules("added"));

            assertThat(changed.revision()).isGreaterThan(early.revision());
            for (var feed : List.of(one, other)) {
                assertThat(feed.book().await(before, changed.revision(), SOON)).isTrue();
                assertThat(feed.book().await(later, added.revision(), SOON)).isTrue();
                assertThat(feed.book().of(before)).isEqualTo(changed);
                assertThat(feed.book().of(later)).isEqualTo(added);
            }
        }
    }

    @Test
    void surviveARecordThatNobodyCanRead() throws Exception {
        ProjectId project = new ProjectId("odd");
        ProjectSettings good = writer.write(project, rules("good"));
        try (var producer =
                new KafkaProducer<>(
                        KAFKA.clientProperties(),
                        TOPIC.keySerde().serializer(),
                        TOPIC.valueSerde().serializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    TOPIC.name(), project.value(), "nonsense".getBytes(UTF_8)))
                    .get(10, TimeUnit.SECONDS);
        }

        try (var feed = ProjectSettingsFeed.start(KAFKA, TOPIC)) {
            assertThat(feed.book().of(project)).isEqualTo(good);
            ProjectSettings next = writer.write(project, rules("next"));
            assertThat(next.revision()).isGreaterThan(good.revision() + 1);
            assertThat(feed.book().await(project, next.revision(), SOON)).isTrue();
        }
    }

    private static ProjectSettings rules(String id) {
        return ProjectSettings.NONE.with(
                new GroupingRules(
                        List.of(
                                new GroupingRule(
                                        id,
                                        "",
                                        "",
                                        true,
                                        List.of(RuleMatcher.of(MatchField.SOURCE, List.of("*"))),
                                        new RuleAction.SetFingerprint(
                                                FingerprintTemplate.ofRule(List.of("x")))))));
    }
}
