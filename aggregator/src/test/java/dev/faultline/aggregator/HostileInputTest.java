package dev.faultline.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Anyone who can reach the raw topic can write anything into it.
class HostileInputTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int RECORDS = 1_500;
    private static final String EVENT =
            """
            {"event_id":"e-%d","timestamp":"2026-01-01T11:59:59Z","level":"error","message":"Boom \\u0000 \\ud800 ü",
             "stack_trace":"at a.b.C(D.java:1)","context":{"a":[1,2.5,1e400,null,{"b":true}]},"source":"s","url":"http://x"}\
            """;

    @Test
    void takesEveryRecordForAnEventOrADeadLetterAndGoesOn(@TempDir Path stateDir) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (TopologyFixture topology = new TopologyFixture(stateDir)) {
            for (int i = 0; i < RECORDS; i++) {
                topology.raw(key(random), body(random, i), NOON.plusMillis(i));
            }
            topology.raw(null, EVENT.formatted(-1), NOON);

            int counted = topology.facts().size();
            int dead = topology.written(topology.topics.deadLetter()).size();
            assertThat(counted + dead).as("seed %d", seed).isEqualTo(RECORDS + 1);
            assertThat(counted).isGreaterThan(RECORDS / 20);
            assertThat(dead).isGreaterThan(RECORDS / 20);
        }
    }

    private static String key(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> "default|g|018f0000-0000-7000-8000-000000000000";
            case 3 -> "|".repeat(random.nextInt(5));
            default -> new String(bytes(random, 40), UTF_8);
        };
    }

    private static byte[] body(Random random, int i) {
        byte[] event = EVENT.formatted(i).getBytes(UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> bytes(random, 200);
            case 2 -> Arrays.copyOf(event, random.nextInt(event.length));
            case 3 -> mutated(event, random);
            case 4 -> ("[".repeat(random.nextInt(20_000)) + "1").getBytes(UTF_8);
            case 5 ->
                    "{\"message\":\"%s\",\"source\":\"s\"}"
                            .formatted("x".repeat(random.nextInt(300_000)))
                            .getBytes(UTF_8);
            default -> event;
        };
    }

    private static byte[] mutated(byte[] event, Random random) {
        byte[] mutated = event.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
