package dev.faultline.alerting.incidents;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.web.ApiException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes incidents of what becomes of alerts. Each transition is taken once, however often it
/// comes. Thread-safe.
final class Transitions {

    private static final Logger LOGGER = LoggerFactory.getLogger(Transitions.class);

    private final IncidentRepository repository;
    private final FlapDamping damping;
    private final IncidentMeters meters;
    private final InstantSource clock;

    Transitions(
            IncidentRepository repository,
            FlapDamping damping,
            IncidentMeters meters,
            InstantSource clock) {
        this.repository = repository;
        this.damping = damping;
        this.meters = meters;
        this.clock = clock;
    }

    /// Takes all of them in one transaction. If one of them can't be stored, each gets its own, and
    /// that one is left out: it must not hold up what follows.
    ///
    /// @param transitions in their order
    /// @throws ApiException `503` if the database does not answer; then none is taken for sure
    void take(List<AlertTransition> transitions) {
        try {
            takeTogether(transitions);
        } catch (ApiException e) {
            throw e;
        } catch (RuntimeException e) {
            LOGGER.warn("Alerts are taken one by one, since one of them can't be stored", e);
            transitions.forEach(this::takeAlone);
        }
    }

    private void takeTogether(List<AlertTransition> transitions) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Taken taken =
                repository.inTransaction(books -> {
                    TransitionTaker taker = new TransitionTaker(books, damping, now);
                    List<AlertTransition> fresh =
                            transitions.stream()
                                    .filter(each -> books.transitions().add(each, now))
                                    .toList();
                    return new Taken(
                            fresh.size(),
                            fresh.stream().flatMap(each -> taker.take(each).stream()).toList());
                });
        meters.took(taken.fresh(), transitions.size() - taken.fresh());
        taken.steps().forEach(meters::announced);
    }

    private record Taken(int fresh, List<Step> steps) {}

    private void takeAlone(AlertTransition transition) {
        try {
            takeTogether(List.of(transition));
        } catch (ApiException e) {
            throw e;
        } catch (RuntimeException e) {
            meters.leftOut();
            LOGGER.error(
                    "Transition {} of rule {} is left out, since it can't be stored",
                    transition.id(),
                    transition.rule().id(),
                    e);
        }
    }
}
