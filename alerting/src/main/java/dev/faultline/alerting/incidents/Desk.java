package dev.faultline.alerting.incidents;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.incidents.IncidentRepository.Books;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.event.ProjectId;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Where people work on incidents. Thread-safe.
final class Desk {

    /// Opened by whoever; those of rules are bounded by the rules.
    private static final int MOST_OPEN = 10_000;

    private final IncidentRepository repository;
    private final QuietCheck quiet;
    private final IncidentMeters meters;
    private final AuditTrail audit;
    private final InstantSource clock;

    Desk(
            IncidentRepository repository,
            QuietCheck quiet,
            IncidentMeters meters,
            AuditTrail audit,
            InstantSource clock) {
        this.repository = repository;
        this.quiet = quiet;
        this.meters = meters;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ApiException `404`
    Incident find(ProjectId project, UUID id) {
        return repository.find(project, id).orElseThrow(Desk::notFound);
    }

    /// @throws ApiException `409` if too many are open
    Incident open(Actor actor, IncidentFields fields) {
        Instant now = now();
        Step step =
                repository.inTransaction(books -> {
                    if (books.incidents().countOpen(actor.project()) >= MOST_OPEN) {
                        throw new ApiException(
                                ProblemType.CONFLICT,
                                "The project has %d open incidents: resolve some first"
                                        .formatted(MOST_OPEN));
                    }
                    return books.incidents()
                            .open(
                                    Handwork.open(
                                            UUID.randomUUID(),
                                            actor.project(),
                                            fields,
                                            author(actor),
                                            now));
                });
        audit.changed(
                actor,
                "incident.create",
                step.incident().id().toString(),
                null,
                IncidentAnswer.of(step.incident()));
        return step.incident();
    }

    /// @throws ApiException `404`, or `409` if its timeline is full and it would not be resolved
    Incident edit(Actor actor, UUID id, IncidentEdit edit) {
        Instant now = now();
        Changed changed =
                change(
                        actor,
                        id,
                        (books, before) -> {
                            if (edit.status() != IncidentStatus.RESOLVED) {
                                requireRoom(before);
                            }
                            AlertSeverity severity = edit.apply(before.fields()).severity();
                            return Handwork.edit(
                                    before,
                                    edit,
                                    author(actor),
                                    quiet.of(books, before, severity, now),
                                    now);
                        });
        if (!changed.step().entries().isEmpty()) {
            audit.changed(
                    actor,
                    "incident.update",
                    id.toString(),
                    IncidentAnswer.of(changed.before()),
                    IncidentAnswer.of(changed.step().incident()));
        }
        return changed.step().incident();
    }

    /// @throws ApiException `404`, or `409` if its timeline is full
    TimelineEntry comment(Actor actor, UUID id, String text) {
        Instant now = now();
        Changed changed =
                change(
                        actor,
                        id,
                        (books, before) -> {
                            requireRoom(before);
                            return Handwork.comment(
                                    before, text, author(actor), quiet.of(books, before, now), now);
                        });
        return changed.step().entries().getLast();
    }

    private Changed change(Actor actor, UUID id, Change change) {
        Changed changed =
                repository.inTransaction(books -> {
                    Incident before =
                            books.incidents().hold(actor.project(), id).orElseThrow(Desk::notFound);
                    return new Changed(before, books.incidents().save(change.of(books, before)));
                });
        meters.announced(changed.step());
        return changed;
    }

    @FunctionalInterface
    private interface Change {
        Step of(Books books, Incident before);
    }

    private record Changed(Incident before, Step step) {}

    private static void requireRoom(Incident incident) {
        if (incident.entries() >= Lifecycle.MOST_ENTRIES) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "The incident's timeline has %d entries: resolve it and open another"
                            .formatted(incident.entries()));
        }
    }

    private static String author(Actor actor) {
        return actor.member() == null ? actor.name() : actor.member();
    }

    /// As exact as the database.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ApiException notFound() {
        return new ApiException(ProblemType.NOT_FOUND, "Incident not found");
    }
}
