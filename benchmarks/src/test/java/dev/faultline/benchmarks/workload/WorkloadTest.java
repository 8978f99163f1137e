package dev.faultline.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkloadTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void givesTheSameEventsForTheSameSeedAndRun() {
        assertThat(events(settings(42, "run"), 300)).isEqualTo(events(settings(42, "run"), 300));
    }

    @Test
    void givesOtherEventsForAnotherSeed() {
        assertThat(events(settings(42, "run"), 50))
                .doesNotContainAnyElementsOf(events(settings(43, "run"), 50));
    }

    @Test
    void givesTheSameMixWithOtherWordsAndIdsForAnotherRun() {
        List<Event> one = events(settings(42, "one"), 300);
        List<Event> two = events(settings(42, "two"), 300);

        assertThat(one.stream().map(Event::group)).containsExactlyElementsOf(groups(two));
        assertThat(one.stream().map(e -> e.json().length()))
                .containsExactlyElementsOf(two.stream().map(e -> e.json().length()).toList());
        assertThat(one.stream().map(Event::id))
                .doesNotContainAnyElementsOf(two.stream().map(Event::id).toList());
    }

    @Test
    void givesStreamsOfOneRunDifferentIds() {
        var catalog = new GroupCatalog(settings(42, "run"));
        var one = new Workload(catalog, 1);
        var two = new Workload(catalog, 2);
        var ids = new HashSet<String>();

        Stream.generate(one::next).limit(1_000).map(Event::id).forEach(ids::add);
        Stream.generate(two::next).limit(1_000).map(Event::id).forEach(ids::add);

        assertThat(ids).hasSize(2_000);
    }

    @Test
    void spreadsEventsByZipfBesideTheHotGroup() {
        int count = 50_000;
        int[] shares = new int[500];
        events(settings(7, "run"), count).forEach(event -> shares[event.group()]++);

        double harmonic = IntStream.rangeClosed(1, 499).mapToDouble(k -> 1.0 / k).sum();
        assertThat((double) shares[0] / count).isCloseTo(0.2, within(0.01));
        assertThat((double) shares[1] / count).isCloseTo(0.8 / harmonic, within(0.01));
        assertThat((double) shares[4] / count).isCloseTo(0.8 / harmonic / 4, within(0.005));
        assertThat(shares[499]).isPositive();
    }

    @Test
    void keepsSizesInRangeAroundTwoKilobytes() {
        int[] sizes =
                events(settings(7, "run"), 20_000).stream()
                        .mapToInt(event -> event.body().length)
                        .sorted()
                        .toArray();

        assertThat(sizes[0]).isGreaterThanOrEqualTo(SizeSampler.SMALLEST);
        assertThat(sizes[sizes.length - 1]).isLessThanOrEqualTo(SizeSampler.LARGEST);
        assertThat(sizes[sizes.length / 2]).isBetween(1_900, 2_500);
        assertThat(sizes[sizes.length / 100 * 99]).isBetween(8_000, 20_000);
    }

    @Test
    void meetsAFixedSizeExactly() {
        var settings = new WorkloadSettings(1, "run", 100, 0.2, 2048, false);

        assertThat(events(settings, 2_000)).allMatch(event -> event.body().length == 2048);
    }

    @Test
    void writesValidBodiesThatNameTheirGroupInMessageAndTrace() {
        var settings = settings(3, "run");
        var catalog = new GroupCatalog(settings);

        for (Event event : events(settings, 2_000)) {
            JsonNode body = MAPPER.readTree(event.json());
            String word = catalog.word(event.group());
            assertThat(body.path("message").stringValue()).contains(word);
            assertThat(body.path("stack_trace").stringValue()).contains(word).contains("\n");
            assertThat(body.path("source").stringValue()).isEqualTo("bench-run");
            assertThat(body.path("event_id").stringValue()).isEqualTo(event.id());
            assertThat(body.path("context").path("note").isString()).isTrue();
        }
    }

    @Test
    void leavesTheIdToTheServerUnlessAsked() {
        var settings = new WorkloadSettings(1, "run", 100, 0.2, null, false);

        assertThat(events(settings, 50)).noneMatch(event -> event.json().contains("event_id"));
    }

    @Test
    void puttingEverythingIntoOneGroupWorks() {
        var settings = new WorkloadSettings(1, "run", 1, 0, null, false);

        assertThat(groups(events(settings, 20))).containsOnly(0);
    }

    private static WorkloadSettings settings(long seed, String marker) {
        return new WorkloadSettings(seed, marker, 500, 0.2, null, true);
    }

    private static List<Event> events(WorkloadSettings settings, int count) {
        var workload = new Workload(new GroupCatalog(settings), 1);
        return Stream.generate(workload::next).limit(count).toList();
    }

    private static List<Integer> groups(List<Event> events) {
        return events.stream().map(Event::group).toList();
    }
}
