package dev.faultline.test;

import dev.faultline.test.Infrastructure.Running;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The servers as containers. Only this class knows Testcontainers, so that the tests run without
 * it.
 */
final class Containers {

    private static final int REDIS_PORT = 6379;

    private Containers() {}

    static Running kafka() {
        var kafka =
                new KafkaContainer("apache/kafka:4.2.2")
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        return new Running(kafka.getBootstrapServers(), kafka);
    }

    static Running postgres() {
        var postgres = new PostgreSQLContainer("postgres:15");
        postgres.start();
        var address =
                new PostgresUrl(
                        postgres.getHost(),
                        postgres.getFirstMappedPort(),
                        postgres.getDatabaseName(),
                        postgres.getUsername(),
                        postgres.getPassword());
        return new Running(address.libpq(), postgres);
    }

    static Running redis() {
        var redis = new GenericContainer<>("redis:7-alpine").withExposedPorts(REDIS_PORT);
        redis.start();
        return new Running(
                "redis://%s:%d".formatted(redis.getHost(), redis.getFirstMappedPort()), redis);
    }
}
