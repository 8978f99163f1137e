package dev.faultline.test;

import dev.faultline.embedded.EmbeddedKafka;
import dev.faultline.test.Infrastructure.Running;

/**
 * The Kafka of this test JVM. It does not create topics by itself; tests use topic names of their
 * own.
 */
public final class KafkaFixture {

    private KafkaFixture() {}

    /** Starts Kafka at the first call. */
    public static String bootstrapServers() {
        return Holder.ADDRESS;
    }

    private static final class Holder {
        static final String ADDRESS =
                Infrastructure.address("kafka", KafkaFixture::embedded, () -> Containers.kafka());
    }

    /**
     * A directory per JVM: topics of a killed run would be in the way, and it leaves no process
     * behind.
     */
    private static Running embedded() {
        var directory = Infrastructure.directory("kafka-" + ProcessHandle.current().pid());
        return Infrastructure.inDirectory(
                directory, EmbeddedKafka.start(directory, 0), EmbeddedKafka::bootstrapServers);
    }
}
