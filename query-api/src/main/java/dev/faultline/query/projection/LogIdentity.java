package dev.faultline.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/// Which log this is: an offset means nothing in another one, even in a topic of the same name.
///
/// @param topicIds of the projected topics, by name
record LogIdentity(String clusterId, Map<String, String> topicIds) {

    private static final long TIMEOUT_SECONDS = 10;

    LogIdentity {
        topicIds = Map.copyOf(topicIds);
    }

    /// @throws KafkaException if Kafka does not answer
    static LogIdentity of(Admin admin, Collection<String> topics) throws InterruptedException {
        String clusterId = await(admin.describeCluster().clusterId());
        Map<String, String> topicIds = new HashMap<>();
        await(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> topicIds.put(name, topic.topicId().toString()));
        return new LogIdentity(clusterId, topicIds);
    }

    String topicId(String topic) {
        return Objects.requireNonNull(topicIds.get(topic), topic);
    }

    /// @throws ForeignLogException if the stored identity is another one
    void check(String topic, String storedClusterId, String storedTopicId) {
        if (!storedClusterId.equals(clusterId)) {
            throw new ForeignLogException(
                    "The database was filled from Kafka cluster %s, but KAFKA_BOOTSTRAP_SERVERS leads to cluster %s: correct it, or point DATABASE_URL at an empty database."
                            .formatted(storedClusterId, clusterId));
        }
        if (!storedTopicId.equals(topicId(topic))) {
            throw new ForeignLogException(
                    "The database was filled from a topic %s that was deleted and created anew since: point DATABASE_URL at an empty database."
                            .formatted(topic));
        }
    }

    private static <T> T await(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say which log it holds", e);
        }
    }
}
