package dev.faultline.topic;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Names and sizes of the topics; the same for every stage of one installation.
///
/// @param prefix of every topic's name, so that several installations can share a cluster
/// @param partitions of the topics that carry events and groups, 1 to 1024; fixed when the topics
///   are created, because keys are bound to partitions. It bounds how many aggregators can share
///   the work
/// @param replicationFactor of the topics, 1 to the number of brokers; 3 in a cluster that must
///   survive a broker
@ConfigurationProperties("faultline.topics")
public record TopicSettings(
        @DefaultValue("faultline.") String prefix,
        @DefaultValue("4") int partitions,
        @DefaultValue("1") short replicationFactor) {

    public TopicSettings {
        if (!prefix.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new IllegalArgumentException(
                    "FAULTLINE_TOPICS_PREFIX must hold only letters, digits, '.', '_' and '-'");
        }
        if (partitions < 1 || partitions > 1024) {
            throw new IllegalArgumentException("FAULTLINE_TOPICS_PARTITIONS must be 1 to 1024");
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "FAULTLINE_TOPICS_REPLICATION_FACTOR must be at least 1");
        }
    }
}
