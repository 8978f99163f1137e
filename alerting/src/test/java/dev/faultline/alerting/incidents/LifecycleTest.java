package dev.faultline.alerting.incidents;

import static dev.faultline.alerting.incidents.Alerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.incidents.IncidentEdit.Given;
import dev.faultline.alerting.notifications.Announcement;
import dev.faultline.alerting.notifications.Announcement.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {

    private static final Alerts ALERT = Alerts.of("High Error Rate");
    private static final Quiet FLAPPING = new Quiet(NOON.plusSeconds(9_000), null);
    private static final Quiet SILENCED = new Quiet(null, NOON.plusSeconds(9_000));
    private static final Instant NOW = NOON.plusSeconds(10);
    private static final Given AS_IT_IS = new Given(false, null);

    private static Step fire(Alerts alert, Quiet quiet) {
        return Lifecycle.fired(Lifecycle.incident(alert.fired(NOON), NOW), quiet, NOW);
    }

    private static Step end(Incident incident, Alerts alert, Quiet quiet) {
        return Lifecycle.ended(incident, alert.resolved(NOON, NOON.plusSeconds(300)), quiet, NOW);
    }

    private static Step edit(Incident incident, IncidentStatus status, Quiet quiet) {
        return Handwork.edit(
                incident,
                new IncidentEdit(null, null, AS_IT_IS, AS_IT_IS, status),
                "ann",
                quiet,
                NOW);
    }

    private static Step raise(Incident incident, AlertSeverity severity, Quiet quiet) {
        return Handwork.edit(
                incident,
                new IncidentEdit(null, severity, AS_IT_IS, AS_IT_IS, null),
                "ann",
                quiet,
                NOW);
    }

    private static List<String> told(Step step) {
        return step.announcements().stream()
                .map(told -> "%s %s".formatted(told.type(), told.fate()))
                .toList();
    }

    @Test
    void tellsThatItFiresAndThatItEnded() {
        Step fired = fire(ALERT, Quiet.NOT);
        Step ended = end(fired.incident(), ALERT, Quiet.NOT);

        assertThat(told(fired)).containsExactly("incident.fired SEND");
        assertThat(told(ended)).containsExactly("incident.resolved SEND");
        assertThat(ended.incident().status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(ended.incident().resolvedAt()).isEqualTo(NOW);
        assertThat(ended.incident().requireAlert().endedAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(fired.dueAt()).isNull();
        assertThat(ended.dueAt()).isNull();
    }

    @Test
    void namesWhatItTells() {
        Announcement fired = fire(ALERT.by("checkout"), Quiet.NOT).announcements().getFirst();

        assertThat(fired.id()).isEqualTo(ALERT.by("checkout").fired(NOON).id());
        assertThat(fired.incidentId()).isEqualTo(fired.id());
        assertThat(fired.ruleId()).isEqualTo(ALERT.rule().id());
        assertThat(fired.channels()).containsExactly(Channel.EMAIL, Channel.SLACK);
        assertThat(fired.title()).isEqualTo("Firing: High Error Rate (checkout)");
        assertThat(fired.text())
                .isEqualTo(
                        "error_count > 50 in 5m: 60, needs more than 50\n\nRunbook: https://wiki.example.com/runbook");
        assertThat(fired.details())
                .containsEntry("Severity", "high")
                .containsEntry("Key", "checkout")
                .containsEntry("Started", "2026-03-01T12:00:00Z")
                .containsEntry("team", "payments");
    }

    @ParameterizedTest
    @CsvSource({
        "recovered, The rule does not hold any more",
        "rule_changed, The rule was changed",
        "rule_disabled, The rule was disabled",
        "rule_deleted, The rule was deleted",
        "what_is_new, The alert ended: what_is_new"
    })
    void saysWhyItEnded(String reason, String sentence) {
        Incident incident = fire(ALERT, Quiet.NOT).incident();

        Step ended = Lifecycle.ended(incident, ALERT.resolved(NOON, NOON, reason), Quiet.NOT, NOW);

        assertThat(ended.entries()).extracting(TimelineEntry::text).containsExactly(sentence);
        assertThat(ended.announcements().getFirst().text()).startsWith(sentence);
    }

    @Test
    void endsAnAlertWhoseRuleIsNotEvaluatedAnyMore() {
        Step ended = Lifecycle.orphaned(fire(ALERT, Quiet.NOT).incident(), Quiet.NOT, NOW);

        assertThat(told(ended)).containsExactly("incident.resolved SEND");
        assertThat(ended.incident().requireAlert().endedAt()).isEqualTo(NOW);
        assertThat(ended.entries())
                .extracting(TimelineEntry::text)
                .containsExactly("The rule is not evaluated any more");
    }

    @Test
    void tellsNoEndThatNobodyWantsToHear() {
        Alerts alert = ALERT.withoutNoticeOfTheEnd();

        Step ended = end(fire(alert, Quiet.NOT).incident(), alert, Quiet.NOT);

        assertThat(ended.announcements()).isEmpty();
        assertThat(ended.incident().requireAlert().told()).isEqualTo(Told.ALL);
    }

    /// Whoever heard of the beginning hears of the end.
    @Test
    void tellsTheEndInSpiteOfASilence() {
        Step ended = end(fire(ALERT, Quiet.NOT).incident(), ALERT, SILENCED);

        assertThat(told(ended)).containsExactly("incident.resolved SEND");
    }

    @Test
    void holdsBackTheEndOfWhatNobodyHeardOf() {
        Step fired = fire(ALERT, SILENCED);
        Step ended = end(fired.incident(), ALERT, Quiet.NOT);

        assertThat(told(fired)).containsExactly("incident.fired SILENCED");
        assertThat(told(ended)).containsExactly("incident.resolved SILENCED");
        assertThat(ended.dueAt()).isNull();
    }

    @Test
    void tellsLaterWhatIsStillSo() {
        Step fired = fire(ALERT, SILENCED);
        Step stillSilenced = Lifecycle.due(fired.incident(), SILENCED, NOW);
        Step later = Lifecycle.due(fired.incident(), Quiet.NOT, NOW);

        assertThat(fired.dueAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(stillSilenced.announcements()).isEmpty();
        assertThat(stillSilenced.dueAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(told(later)).containsExactly("incident.fired SEND");
        assertThat(later.announcements().getFirst().id()).isNotEqualTo(fired.incident().id());
        assertThat(told(end(later.incident(), ALERT, Quiet.NOT)))
                .containsExactly("incident.resolved SEND");
    }

    @Test
    void tellsTheEndWhenItFlapsNoMore() {
        Step ended = end(fire(ALERT, Quiet.NOT).incident(), ALERT, FLAPPING);
        Step still = Lifecycle.due(ended.incident(), FLAPPING, NOW);
        Step later = Lifecycle.due(ended.incident(), Quiet.NOT, NOW);

        assertThat(told(ended)).containsExactly("incident.resolved DAMPED");
        assertThat(ended.dueAt()).isEqualTo(FLAPPING.flappingUntil());
        assertThat(still.announcements()).isEmpty();
        assertThat(told(later)).containsExactly("incident.resolved SEND");
        assertThat(later.announcements().getFirst().id())
                .isNotEqualTo(ended.announcements().getFirst().id());
        assertThat(later.dueAt()).isNull();
    }

    @Test
    void remindsAfterEachInterval() {
        Alerts alert = ALERT.repeatedAfter(Duration.ofHours(1));
        Step fired = fire(alert, Quiet.NOT);
        Instant first = NOW.plusSeconds(3600);
        Step early = Lifecycle.due(fired.incident(), Quiet.NOT, first.minusSeconds(1));
        Step reminded = Lifecycle.due(fired.incident(), Quiet.NOT, first);
        Step again = Lifecycle.due(reminded.incident(), SILENCED, first.plusSeconds(3600));

        assertThat(fired.dueAt()).isEqualTo(first);
        assertThat(early.announcements()).isEmpty();
        assertThat(told(reminded)).containsExactly("incident.reminder SEND");
        assertThat(told(again)).containsExactly("incident.reminder SILENCED");
        assertThat(again.announcements().getFirst().id())
                .isNotEqualTo(reminded.announcements().getFirst().id());
        assertThat(end(again.incident(), alert, Quiet.NOT).dueAt()).isNull();
    }

    @Test
    void leavesItOpenWhenAPersonReopensIt() {
        Incident ended = end(fire(ALERT, Quiet.NOT).incident(), ALERT, Quiet.NOT).incident();

        Step reopened = edit(ended, IncidentStatus.INVESTIGATING, Quiet.NOT);

        assertThat(reopened.incident().isOpen()).isTrue();
        assertThat(reopened.incident().resolvedAt()).isNull();
        assertThat(reopened.entries())
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineEntry.Kind.REOPENED);
        assertThat(reopened.announcements()).isEmpty();
        assertThat(reopened.dueAt()).isNull();
        assertThat(edit(reopened.incident(), IncidentStatus.RESOLVED, Quiet.NOT).announcements())
                .isEmpty();
    }

    @Test
    void tellsNothingMoreWhenAnAlertEndsThatWasResolvedByHand() {
        Step byHand = edit(fire(ALERT, Quiet.NOT).incident(), IncidentStatus.RESOLVED, Quiet.NOT);
        Step ended = end(byHand.incident(), ALERT, Quiet.NOT);

        assertThat(told(byHand)).containsExactly("incident.resolved SEND");
        assertThat(byHand.announcements().getFirst().text()).startsWith("Resolved by ann");
        assertThat(ended.announcements()).isEmpty();
        assertThat(ended.incident().resolvedAt()).isEqualTo(NOW);
        assertThat(ended.entries())
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineEntry.Kind.ALERT_ENDED);
    }

    @ParameterizedTest
    @CsvSource({"critical, 1", "high, 0", "medium, 0", "low, 0"})
    void tellsOfAHigherSeverity(String severity, int notices) {
        Incident incident = fire(ALERT, Quiet.NOT).incident();

        Step raised = raise(incident, AlertSeverity.named(severity).orElseThrow(), Quiet.NOT);

        assertThat(raised.announcements()).hasSize(notices);
        assertThat(raised.entries()).hasSize(severity.equals("high") ? 0 : 1);
    }

    @Test
    void tellsNobodyWhatHappensToIncidentsThatPeopleOpened() {
        Incident incident =
                Handwork.open(
                                UUID.randomUUID(),
                                ALERT.rule().project(),
                                new IncidentFields("Slow", AlertSeverity.LOW, null, "bob"),
                                "ann",
                                NOW)
                        .incident();
        Incident raised = raise(incident, AlertSeverity.CRITICAL, Quiet.NOT).incident();
        Step resolved = edit(raised, IncidentStatus.RESOLVED, Quiet.NOT);

        assertThat(raised.entries()).isEqualTo(3);
        assertThat(resolved.announcements()).isEmpty();
        assertThat(resolved.dueAt()).isNull();
    }

    @Test
    void leavesNoTraceOfAnEditThatChangesNothing() {
        Incident incident = fire(ALERT, Quiet.NOT).incident();

        Step step = edit(incident, IncidentStatus.INVESTIGATING, Quiet.NOT);

        assertThat(step.incident()).isEqualTo(incident);
        assertThat(step.entries()).isEmpty();
    }

    @Test
    void endsTheEpisodesOfATimelineThatIsFull() {
        Incident full = fire(ALERT, Quiet.NOT).incident().withEntries(Lifecycle.MOST_ENTRIES);

        assertThat(Lifecycle.settled(full, ALERT.settled(NOON), Quiet.NOT, NOW).entries())
                .isEmpty();
        assertThat(end(full, ALERT, Quiet.NOT).entries()).hasSize(1);
    }

    /// All that can happen, in all orders, to a depth: the promises hold on every path.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsItsPromisesWhateverHappens(boolean wantsTheEnd) {
        Alerts alert = wantsTheEnd ? ALERT : ALERT.withoutNoticeOfTheEnd();
        for (Quiet quiet : List.of(Quiet.NOT, SILENCED, FLAPPING)) {
            Step fired = fire(alert, quiet);
            walk(fired, alert, List.copyOf(fired.announcements()), 4);
        }
    }

    private static void walk(Step step, Alerts alert, List<Announcement> heard, int depth) {
        check(step, alert, heard);
        if (depth > 0) {
            happenings(alert)
                    .forEach(happening ->
                            List.of(Quiet.NOT, SILENCED, FLAPPING)
                                    .forEach(quiet -> {
                                        Step next = happening.apply(step.incident(), quiet);
                                        List<Announcement> all = new ArrayList<>(heard);
                                        all.addAll(next.announcements());
                                        walk(next, alert, all, depth - 1);
                                    }));
        }
    }

    private static Stream<BiFunction<Incident, Quiet, Step>> happenings(Alerts alert) {
        return Stream.of(
                (incident, quiet) ->
                        incident.requireAlert().isFiring()
                                ? end(incident, alert, quiet)
                                : Lifecycle.due(incident, quiet, NOW),
                (incident, quiet) -> Lifecycle.due(incident, quiet, NOW),
                (incident, quiet) -> edit(incident, IncidentStatus.RESOLVED, quiet),
                (incident, quiet) -> edit(incident, IncidentStatus.MONITORING, quiet));
    }

    private static void check(Step step, Alerts alert, List<Announcement> heard) {
        Map<String, Integer> sent = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        for (Announcement each : heard) {
            assertThat(ids.add(each.id())).as("announced once").isTrue();
            if (each.fate() == Fate.SEND) {
                sent.merge(each.type(), 1, Integer::sum);
            }
        }
        int fired = sent.getOrDefault("incident.fired", 0);
        int resolved = sent.getOrDefault("incident.resolved", 0);
        Alert after = step.incident().requireAlert();
        assertThat(fired).isLessThanOrEqualTo(1);
        assertThat(resolved).as("no end without a beginning").isLessThanOrEqualTo(fired);
        assertThat(after.told() == Told.NOTHING).isEqualTo(fired == 0);
        if (alert.rule().notifyResolved()) {
            assertThat(after.told() == Told.ALL).isEqualTo(resolved == 1);
        } else {
            assertThat(resolved).isZero();
        }
        boolean isOpen = step.incident().isOpen();
        boolean holdsBack =
                switch (after.told()) {
                    case NOTHING -> after.isFiring() && isOpen;
                    case FIRED -> !isOpen;
                    case ALL -> false;
                };
        assertThat(step.dueAt() != null).as("looked at again").isEqualTo(holdsBack);
    }
}
