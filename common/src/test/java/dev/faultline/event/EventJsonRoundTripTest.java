package dev.faultline.event;

import static dev.faultline.event.Readings.accepted;
import static dev.faultline.event.Readings.minimal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.topic.TopicCatalog;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the gateway accepts and writes, the aggregator reads as the same event. Else an event that
/// was acknowledged would end as a dead letter.
class EventJsonRoundTripTest {

    private static final int EVENTS = 300;

    /// Another one each time; to run one again, return it here.
    private static long seed() {
        return new SplittableRandom().nextLong();
    }

    @Test
    void readsEveryAcceptedEventAsItWasWritten() {
        long seed = seed();
        EventGenerator generator = new EventGenerator(new SplittableRandom(seed));
        int acceptedEvents = 0;

        for (int i = 0; i < EVENTS; i++) {
            String json = generator.json();
            EventReading reading = EventJson.read(json.getBytes(UTF_8));
            if (reading instanceof EventReading.Accepted(ErrorEvent event)) {
                acceptedEvents++;
                assertThat(EventJson.readRecord(EventJson.write(event)).equals(reading))
                        .as("event %d of seed %d is read as it was written", i, seed)
                        .isTrue();
            }
        }

        assertThat(acceptedEvents).as("accepted of seed %d", seed).isGreaterThan(EVENTS / 2);
    }

    @Test
    void answersToWhateverBytesComeIn() {
        long seed = seed();
        RandomGenerator random = new SplittableRandom(seed);
        EventGenerator generator = new EventGenerator(random);

        for (int i = 0; i < EVENTS; i++) {
            byte[] json = generator.json().getBytes(UTF_8);
            for (int mutations = random.nextInt(1, 4); mutations > 0; mutations--) {
                json[random.nextInt(Math.min(json.length, 300))] = (byte) random.nextInt();
            }
            EventReading reading = EventJson.read(json);
            if (reading instanceof EventReading.Accepted(ErrorEvent event)) {
                assertThat(EventJson.readRecord(EventJson.write(event)).equals(reading))
                        .as("event %d of seed %d is read as it was written", i, seed)
                        .isTrue();
            }
        }
    }

    static Stream<String> eventsAtTheLimits() {
        String list = minimal("\"context\": {\"list\": [%s]}");
        return Stream.of(
                list.formatted("1e9,".repeat(19_900) + "1"),
                list.formatted("[],".repeat(9_900) + "1"),
                minimal("\"context\": {\"a\": %s1%s}".formatted("[".repeat(30), "]".repeat(30))),
                minimal(
                        "\"context\": {\"a\": %s1%s}"
                                .formatted("{\"n\":".repeat(30), "}".repeat(30))),
                minimal("\"context\": {%s \"last\": 1}".formatted(keys(199))),
                minimal("\"context\": {%s \"last\": 1}".formatted(keys(200))),
                minimal("\"context\": {%s \"last\": 1}".formatted(keys(9_000))),
                minimal("\"context\": {\"…\": 1, %s \"last\": 1}".formatted(keys(300))),
                list.formatted(mebibyte("x".repeat(200_000))),
                list.formatted(mebibyte("\\u0001".repeat(30_000))),
                list.formatted(mebibyte("\\\"".repeat(100_000))),
                list.formatted(mebibyte("€".repeat(60_000))));
    }

    @ParameterizedTest
    @MethodSource("eventsAtTheLimits")
    void writesEventsAtTheLimitsAsRecordsThatKafkaTakes(String json) {
        ErrorEvent event = accepted(json);
        byte[] record = EventJson.write(event);

        assertThat(json.getBytes(UTF_8).length).isLessThan(EventLimits.DECOMPRESSED_BYTES);
        assertThat(record.length).isLessThan(TopicCatalog.MAX_RECORD_BYTES);
        assertThat(accepted(EventJson.readRecord(record)).equals(event)).isTrue();
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append("\"k").append(i).append("\": ").append(i).append(", ");
        }
        return keys.toString();
    }

    /// As many of these texts as fit.
    private static String mebibyte(String text) {
        String quoted = '"' + text + '"';
        int bytes = quoted.getBytes(UTF_8).length + 1;
        int texts = (EventLimits.DECOMPRESSED_BYTES - 1_000) / bytes;
        return (quoted + ',').repeat(texts - 1) + quoted;
    }
}
