package dev.faultline.kafka;

import dev.faultline.startup.StartupException;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Makes sure that the topics exist as the catalogue has them. Every stage does so when it starts;
/// who is first creates them.
final class TopicProvisioner {

    private static final int DESCRIBE_ATTEMPTS = 50;
    private static final int DESCRIBE_PAUSE_MILLIS = 100;

    private final KafkaSettings kafka;
    private final TopicSettings settings;

    TopicProvisioner(KafkaSettings kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /// @throws StartupException if Kafka does not answer in time, or a topic has another number of
    ///   partitions
    void provision(TopicCatalog catalog) {
        try (Admin admin = connect()) {
            create(admin, catalog.all());
            check(admin, catalog.all());
        }
    }

    private Admin connect() {
        try {
            return Admin.create(kafka.adminProperties());
        } catch (KafkaException e) {
            throw new StartupException(
                    "Kafka can't be reached with these settings (%s): set KAFKA_BOOTSTRAP_SERVERS to host:port of a broker, and check faultline.kafka.properties."
                            .formatted(
                                    e.getCause() == null
                                            ? e.getMessage()
                                            : e.getCause().getMessage()),
                    e);
        }
    }

    private void create(Admin admin, List<Topic<?, ?>> topics) {
        List<NewTopic> wanted =
                topics.stream()
                        .map(topic ->
                                new NewTopic(
                                                topic.name(),
                                                topic.partitions(),
                                                settings.replicationFactor())
                                        .configs(topic.config()))
                        .toList();
        for (KafkaFuture<Void> created : admin.createTopics(wanted).values().values()) {
            try {
                await(created);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw failure(e);
                }
            }
        }
    }

    private void check(Admin admin, List<Topic<?, ?>> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        describe(admin, names).values().forEach(this::check);
    }

    /// A broker learns of a new topic a moment after the controller has made it.
    private Map<String, TopicDescription> describe(Admin admin, List<String> names) {
        for (int attempt = 1; ; attempt++) {
            try {
                return await(admin.describeTopics(names).allTopicNames());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || attempt == DESCRIBE_ATTEMPTS) {
                    throw failure(e);
                }
                pause();
            }
        }
    }

    private void check(TopicDescription topic) {
        int partitions = topic.partitions().size();
        if (partitions != settings.partitions()) {
            throw new StartupException(
                    "Topic %s has %d partitions, but FAULTLINE_TOPICS_PARTITIONS is %d: set it to %d, because keys are bound to partitions."
                            .formatted(
                                    topic.name(), partitions, settings.partitions(), partitions));
        }
    }

    private <T> T await(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get(kafka.startupTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(DESCRIBE_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private StartupException failure(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StartupException(
                "Kafka at %s did not create or describe the topics (%s): start it, or set KAFKA_BOOTSTRAP_SERVERS to a broker that answers."
                        .formatted(kafka.bootstrapServers(), cause.getClass().getSimpleName()),
                e);
    }
}
