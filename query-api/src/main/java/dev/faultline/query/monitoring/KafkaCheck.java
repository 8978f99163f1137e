package dev.faultline.query.monitoring;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kafka answers, and every partition of our topics has a leader.
final class KafkaCheck implements ServiceCheck, AutoCloseable {

    static final String NAME = "Kafka";

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaCheck.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;
    private final List<String> topics;
    private final LagMeter lag;

    KafkaCheck(KafkaSettings kafka, TopicCatalog catalog, LagMeter lag) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "monitoring");
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        this.admin = Admin.create(properties);
        this.topics = catalog.all().stream().map(Topic::name).toList();
        this.lag = lag;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() throws Exception {
        int brokers = await(admin.describeCluster().nodes()).size();
        List<TopicPartitionInfo> partitions =
                await(admin.describeTopics(topics).allTopicNames()).values().stream()
                        .map(TopicDescription::partitions)
                        .flatMap(List::stream)
                        .toList();
        int offline = (int) partitions.stream().filter(partition -> isOffline(partition)).count();
        int underReplicated =
                (int) partitions.stream().filter(p -> p.isr().size() < p.replicas().size()).count();
        String problem = offline == 0 ? null : offline + " partitions have no leader";
        return new Finding(
                offline == 0 ? HealthStatus.HEALTHY : HealthStatus.UNHEALTHY,
                new Details.Kafka(problem, brokers, offline, underReplicated, lag()));
    }

    private static boolean isOffline(TopicPartitionInfo partition) {
        return partition.leader() == null || partition.leader().isEmpty();
    }

    /// It asks others too, the database among them: that they are away is not Kafka's problem.
    private List<Details.ConsumerLag> lag() throws InterruptedException {
        try {
            return lag.measure();
        } catch (RuntimeException e) {
            LOGGER.debug("The lag can't be told now", e);
            return List.of();
        }
    }

    private static <T> T await(KafkaFuture<T> answer) throws Exception {
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer within 2 s", e);
        }
    }

    @Override
    public void close() {
        admin.close(TIMEOUT);
    }
}
