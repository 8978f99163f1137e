package dev.faultline.standalone;

import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// Lets the greeting wait until events are counted too: the web server is up before Kafka Streams
/// has its partitions.
final class AggregatorStart {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private AggregatorStart() {}

    /// Returns when the aggregator runs, or when a restore takes so long that it is better to say
    /// that the rest works.
    static void await(StreamsBuilderFactoryBean aggregator) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isRunning(aggregator) && System.nanoTime() < deadline) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRunning(StreamsBuilderFactoryBean aggregator) {
        KafkaStreams streams = aggregator.getKafkaStreams();
        return streams != null && streams.state() == KafkaStreams.State.RUNNING;
    }
}
