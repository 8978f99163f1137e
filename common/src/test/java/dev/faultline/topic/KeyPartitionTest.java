package dev.faultline.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPartitionTest {

    /// Golden: keys are bound to partitions.
    @ParameterizedTest
    @CsvSource({
        "'', 0, 1, 9, 217",
        "a, 0, 0, 4, 636",
        "shop|c|order-1, 0, 2, 2, 438",
        "default|g|017f22e2-79b0-7cc3-98c4-dc0c0c07398f, 0, 0, 8, 872",
        "dbd0baaf-6003-5794-aa77-83c3476ec1fd, 0, 3, 11, 915",
        "größe, 0, 0, 8, 1012"
    })
    void neverMovesAKey(String key, int of1, int of4, int of12, int of1024) {
        byte[] bytes = key.getBytes(UTF_8);

        assertThat(KeyPartition.of(bytes, 1)).isEqualTo(of1);
        assertThat(KeyPartition.of(bytes, 4)).isEqualTo(of4);
        assertThat(KeyPartition.of(bytes, 12)).isEqualTo(of12);
        assertThat(KeyPartition.of(bytes, 1_024)).isEqualTo(of1024);
    }

    @Test
    void agreesWithKafkasProducer() {
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < 10_000; i++) {
            byte[] key = new byte[random.nextInt(200)];
            random.nextBytes(key);
            int partitions = random.nextInt(1, 1_025);

            assertThat(KeyPartition.of(key, partitions))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
        }
    }
}
