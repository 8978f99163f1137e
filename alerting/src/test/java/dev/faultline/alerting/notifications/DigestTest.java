package dev.faultline.alerting.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.notifications.Digest.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");

    private static Member member(AlertSeverity severity, int second, String title) {
        return new Member("incident.fired", severity, T.plusSeconds(second), title);
    }

    @Test
    void tellsTheTenThatMatterMost() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            members.add(member(AlertSeverity.LOW, i, "low " + i));
        }
        members.add(member(AlertSeverity.CRITICAL, 1, "worst"));
        members.add(member(AlertSeverity.HIGH, 2, "bad"));

        Digest digest = Digest.of(members);

        assertThat(digest.title()).isEqualTo("32 more alerts, top 10");
        assertThat(digest.severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(digest.time()).isEqualTo(T.plusSeconds(29));
        assertThat(digest.text().lines())
                .hasSize(12)
                .containsSubsequence(
                        "critical, fired: worst", "high, fired: bad", "low, fired: low 29")
                .endsWith("... and 22 others");
    }

    @Test
    void countsEachType() {
        Digest digest =
                Digest.of(
                        List.of(
                                member(AlertSeverity.LOW, 1, "a"),
                                member(AlertSeverity.LOW, 2, "b"),
                                new Member("incident.resolved", AlertSeverity.LOW, T, "a")));

        assertThat(digest.details())
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("incident.fired", "2", "incident.resolved", "1")));
        assertThat(digest.title()).isEqualTo("3 more alerts, top 3");
        assertThat(digest.text()).contains("low, resolved: a").doesNotContain("others");
    }

    @Test
    void fitsIntoANotice() {
        Digest digest =
                Digest.of(
                        IntStream.range(0, 20)
                                .mapToObj(i ->
                                        member(
                                                AlertSeverity.CRITICAL,
                                                i,
                                                "\uD83D\uDE00".repeat(200)))
                                .toList());

        assertThat(digest.text()).hasSizeLessThan(2000).endsWith("... and 10 others");
    }
}
