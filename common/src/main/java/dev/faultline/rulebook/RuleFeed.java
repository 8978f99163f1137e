package dev.faultline.rulebook;

import dev.faultline.kafka.TopicFeed;

/// Follows the topic of alert rules, and keeps a [RuleBook].
record RuleFeed(RuleBook book, TopicFeed feed) implements AutoCloseable {

    @Override
    public void close() {
        feed.close();
    }
}
