package dev.faultline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MintedIdTest {

    private final RandomGenerator random = new SplittableRandom(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-03-01T12:34:56.789Z",
                "9999-12-31T23:59:59.999Z",
                "+10889-08-02T05:31:50.655Z"
            })
    void tellsWhenItWasMinted(Instant now) {
        assertThat(MintedId.mintedAt(MintedId.mint(now, random))).contains(now);
    }

    @Test
    void keepsMillisecondsOnly() {
        EventId id = MintedId.mint(Instant.parse("2026-03-01T12:34:56.789999Z"), random);

        assertThat(MintedId.mintedAt(id)).contains(Instant.parse("2026-03-01T12:34:56.789Z"));
    }

    @Test
    void isAUuidOfVersion7WhateverTheRandomBits() {
        for (long bits : new long[] {0, -1, 0x5555_5555_5555_5555L, Long.MIN_VALUE}) {
            UUID uuid =
                    UUID.fromString(
                            MintedId.mint(Instant.ofEpochMilli(1L << 41), () -> bits).value());

            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
        }
    }

    /// The example of RFC 9562, appendix A.6.
    @Test
    void laysTheBitsOutAsTheRfcDoes() {
        long[] bits = {0xCC3L, 0x18C4DC0C0C07398FL};
        int[] next = {0};

        EventId id = MintedId.mint(Instant.parse("2022-02-22T19:22:22Z"), () -> bits[next[0]++]);

        assertThat(id).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    @Test
    void sortsByTime() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(MintedId.mint(now, random).value())
                .isLessThan(MintedId.mint(now.plusMillis(1), random).value());
    }

    @Test
    void neverMintsTheSameIdTwice() {
        assertThat(IntStream.range(0, 10_000).mapToObj(_ -> MintedId.mint(Instant.EPOCH, random)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-1",
                "2ed6657d-e927-568b-95e1-2665a8aea6a2",
                "f81d4fae-7dec-41d0-a765-00a0c91e6bf6",
                "017f22e279b07cc398c4dc0c0c07398f"
            })
    void tellsNoTimeOfOtherIds(String id) {
        assertThat(MintedId.mintedAt(new EventId(id))).isEmpty();
    }
}
