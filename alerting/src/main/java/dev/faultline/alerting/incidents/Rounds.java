package dev.faultline.alerting.incidents;

import dev.faultline.alerting.incidents.IncidentRepository.Books;
import dev.faultline.alerting.incidents.Orphans.Firing;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.web.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again and again at what is due: reminders, notices that were held back, and alerts that
/// nobody will end. Removes what was kept for long enough. Several processes may do so at the same
/// time. Used by one thread.
final class Rounds {

    private static final Logger LOGGER = LoggerFactory.getLogger(Rounds.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);
    private static final Duration TRANSITION_RETENTION = Duration.ofDays(90);

    /// Of one round; what is left is for the next.
    private static final int MOST_DUE = 200;

    private static final int FIRING_AT_ONCE = 1_000;
    private static final int LOOKS_FOR_ORPHANS = 5;
    private static final int MOST_SWEEPS = 100;
    private static final int FULL_SWEEP = IncidentRepository.REMOVED_AT_ONCE;

    private final IncidentRepository repository;
    private final QuietCheck quiet;
    private final RuleBook rules;
    private final Orphans orphans;
    private final IncidentSettings settings;
    private final IncidentMeters meters;
    private final InstantSource clock;
    private Instant nextSearch = Instant.MIN;
    private Instant nextCount = Instant.MIN;
    private Instant nextSweep = Instant.MIN;
    private boolean failing;

    Rounds(
            IncidentRepository repository,
            QuietCheck quiet,
            RuleBook rules,
            IncidentSettings settings,
            IncidentMeters meters,
            InstantSource clock) {
        this.repository = repository;
        this.quiet = quiet;
        this.rules = rules;
        this.orphans = new Orphans(settings.orphanedAfter());
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    void run() {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            repository.due(now, MOST_DUE).forEach(incident -> look(incident, now));
            search(now);
            count(now);
            sweep(now);
            failing = false;
        } catch (ApiException e) {
            failed(e);
        } catch (RuntimeException e) {
            LOGGER.error("What is due of incidents can't be told", e);
        }
    }

    private void failed(ApiException e) {
        if (!failing) {
            LOGGER.warn("Reminders and notices that were held back wait: {}", e.getMessage());
        }
        failing = true;
    }

    private void look(UUID id, Instant now) {
        change(books ->
                books.incidents()
                        .holdDue(id, now)
                        .map(incident ->
                                Lifecycle.due(incident, quiet.of(books, incident, now), now))
                        .map(books.incidents()::save));
    }

    private void change(Function<Books, Optional<Step>> work) {
        repository.inTransaction(work).ifPresent(meters::announced);
    }

    private void search(Instant now) {
        if (!now.isBefore(nextSearch)) {
            nextSearch = now.plus(settings.orphanedAfter().dividedBy(LOOKS_FOR_ORPHANS));
            orphans.among(firing(), this::isEvaluated, now).forEach(id -> end(id, now));
        }
    }

    private List<Firing> firing() {
        List<Firing> all = new ArrayList<>();
        List<Firing> some = repository.firing(null, FIRING_AT_ONCE);
        all.addAll(some);
        while (some.size() == FIRING_AT_ONCE) {
            some = repository.firing(some.getLast().incident(), FIRING_AT_ONCE);
            all.addAll(some);
        }
        return all;
    }

    /// A version that is not known here yet is.
    private boolean isEvaluated(Firing firing) {
        return rules.rule(firing.project(), firing.rule())
                .filter(rule -> rule.enabled() && rule.version() <= firing.version())
                .isPresent();
    }

    private void end(UUID id, Instant now) {
        LOGGER.warn("Incident {} is resolved without the end of its alert, whose rule is gone", id);
        change(books ->
                books.incidents()
                        .holdFiring(id)
                        .map(incident ->
                                Lifecycle.orphaned(incident, quiet.of(books, incident, now), now))
                        .map(books.incidents()::save));
    }

    private void count(Instant now) {
        if (!now.isBefore(nextCount)) {
            meters.open(repository.countOpen());
            nextCount = now.plus(BETWEEN_COUNTS);
        }
    }

    private void sweep(Instant now) {
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(BETWEEN_SWEEPS);
        sweep(() -> repository.forgetResolvedBefore(now.minus(settings.retention())));
        sweep(() -> repository.forgetTransitionsBefore(now.minus(TRANSITION_RETENTION)));
        repository.forgetFlapsBefore(
                now.minus(settings.flapWindow()).minus(settings.stableAfter()));
    }

    private static void sweep(IntSupplier removal) {
        for (int i = 0; i < MOST_SWEEPS && removal.getAsInt() == FULL_SWEEP; i++) {}
    }
}
