package dev.faultline.project;

import dev.faultline.event.ProjectId;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicFeed;
import dev.faultline.startup.StartupException;
import dev.faultline.topic.Topic;
import org.jspecify.annotations.Nullable;

/// Follows the topic of projects, and keeps a [ProjectSettingsBook].
final class ProjectSettingsFeed implements AutoCloseable {

    private final ProjectSettingsBook book;
    private final TopicFeed feed;

    private ProjectSettingsFeed(ProjectSettingsBook book, TopicFeed feed) {
        this.book = book;
        this.feed = feed;
    }

    /// Returns when what is in the topic has been read.
    ///
    /// @throws StartupException if that takes longer than a start may wait for Kafka
    static ProjectSettingsFeed start(KafkaSettings kafka, Topic<String, byte[]> topic) {
        ProjectSettingsBook book = new ProjectSettingsBook();
        return new ProjectSettingsFeed(book, TopicFeed.start(kafka, topic, reader(book)));
    }

    ProjectSettingsBook book() {
        return book;
    }

    static TopicFeed.Reader reader(ProjectSettingsBook book) {
        return (key, value, revision) -> book.put(new ProjectId(key), settings(value, revision));
    }

    private static ProjectSettings settings(byte @Nullable [] value, long revision) {
        return value == null
                ? ProjectSettings.NONE.at(revision)
                : ProjectSettingsJson.read(value, revision);
    }

    @Override
    public void close() {
        feed.close();
    }
}
