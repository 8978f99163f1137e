package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of everything, under load. In the gate each is killed twice and 300,000 ids are
/// remembered; `-Dfaultline.crash.rounds=5 -Dfaultline.crash.ids=1000000` asks for more.
class CrashIT {

    private static final Duration RECOVERY = Duration.ofMinutes(1);
    private static final int ROUNDS = Integer.getInteger("faultline.crash.rounds", 1);
    private static final int IDS = Integer.getInteger("faultline.crash.ids", 300_000);

    @Test
    void countsEveryAcknowledgedEventExactlyOnceThroughKills(@TempDir Path directory)
            throws Exception {
        try (Processes processes = new Processes(directory);
                Load load = new Load(processes.api())) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Processes.Member victim :
                        new Processes.Member[] {
                            processes.aggregator,
                            processes.query,
                            processes.kafka,
                            processes.gateway
                        }) {
                    awaitProgress(processes, load);
                    victim.killAndRestart();
                    // Once more as soon as it works again: what it restored must not be trusted for
                    // more than it holds.
                    awaitProgress(processes, load);
                    victim.killAndRestart();
                }
            }
            awaitProgress(processes, load);

            Map<String, Long> acknowledged = load.stop();
            Ledgers.assertExact(
                    acknowledged, processes.api(), load.source(), processes.bootstrapServers());
            Ledgers.assertCharted(Ledgers.total(acknowledged), processes.api());
        }
    }

    @Test
    void remembersManyIdsThroughKills(@TempDir Path directory) throws Exception {
        int ids = IDS;
        String source = "many-" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
        try (Processes processes = new Processes(directory);
                Publisher publisher = new Publisher(processes.bootstrapServers(), source)) {
            publisher.publish(IntStream.range(0, ids));
            awaitListed(processes, source, ids, Duration.ofMinutes(5));

            processes.aggregator.killAndRestart();
            publisher.publish(IntStream.range(0, ids).filter(id -> id % 50 == 0));
            publisher.publish(IntStream.of(ids));
            awaitListed(processes, source, ids + 1, Duration.ofMinutes(2));

            processes.aggregator.killAndRestart();
            publisher.publish(IntStream.range(0, ids).filter(id -> id % 50 == 1));
            publisher.publish(IntStream.of(ids + 1));
            awaitListed(processes, source, ids + 2, Duration.ofMinutes(2));
            assertThat(Ledgers.total(Ledgers.listed(processes.api(), source))).isEqualTo(ids + 2);
        }
    }

    /// Until something that was acknowledged from now on is counted and shown.
    private static void awaitProgress(Processes processes, Load load) {
        long before = load.acknowledged();
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() ->
                        Ledgers.total(Ledgers.listed(processes.api(), load.source())) > before);
    }

    private static void awaitListed(
            Processes processes, String source, long count, Duration timeout) {
        await().atMost(timeout)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> Ledgers.total(Ledgers.listed(processes.api(), source)) >= count);
    }

    /// A service that publishes straight into the raw topic.
    private record Publisher(KafkaProducer<String, String> producer, String source)
            implements AutoCloseable {

        Publisher(String bootstrapServers, String source) {
            this(
                    new KafkaProducer<>(
                            Map.of(
                                    "bootstrap.servers",
                                    bootstrapServers,
                                    "acks",
                                    "all",
                                    "linger.ms",
                                    20,
                                    "batch.size",
                                    256 * 1024,
                                    "compression.type",
                                    "lz4"),
                            new StringSerializer(),
                            new StringSerializer()),
                    source);
        }

        /// Returns when the broker has all of them.
        void publish(IntStream ids) {
            AtomicReference<Exception> failure = new AtomicReference<>();
            ids.forEach(id -> {
                String event =
                        "{\"event_id\":\"%s-%d\",\"message\":\"Too many\",\"source\":\"%s\"}"
                                .formatted(source, id, source);
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        "faultline.errors.raw",
                                        "default|c|%s-%d".formatted(source, id),
                                        event),
                                (_, e) -> failure.compareAndSet(null, e));
            });
            producer.flush();
            assertThat(failure.get()).isNull();
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
