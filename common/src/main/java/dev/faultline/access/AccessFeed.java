package dev.faultline.access;

import dev.faultline.kafka.TopicFeed;

/// Follows the topic of access, and keeps an [AccessBook].
record AccessFeed(AccessBook book, TopicFeed feed) implements AutoCloseable {

    @Override
    public void close() {
        feed.close();
    }
}
