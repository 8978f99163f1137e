package dev.faultline.benchmarks.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.reads.Read.Known;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadTest {

    private static final Known KNOWN =
            new Known(List.of("id-1", "id-2"), List.of("web", "a%20job"));

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void asksEachKindAsOftenAsItsShareSays() {
        List<Read> asked = Stream.generate(() -> Read.next(random)).limit(20_000).toList();

        assertThat(asked).contains(Read.values());
        assertThat(asked.stream().filter(Read.LIST::equals).count()).isBetween(5_700L, 6_300L);
        assertThat(asked.stream().filter(Read.UPTIME::equals).count()).isBetween(120L, 280L);
    }

    @ParameterizedTest
    @EnumSource
    void asksForPathsOfTheApi(Read read) {
        for (int i = 0; i < 50; i++) {
            assertThat(URI.create(read.varied(KNOWN, random)).getPath()).startsWith("/api/");
        }
        assertThat(read.fixed(KNOWN)).startsWith("/api/");
    }

    @Test
    void variesWhatCanBeVaried() {
        List<String> asked =
                Stream.generate(() -> Read.LIST_BY_SOURCE.varied(KNOWN, random)).limit(50).toList();

        assertThat(asked.stream().distinct().count()).isGreaterThan(30);
        assertThat(asked)
                .anyMatch(path -> path.contains("source=web&"))
                .anyMatch(path -> path.contains("source=a%20job&"));
    }
}
