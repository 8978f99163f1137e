package dev.faultline.alerting.rules;

import dev.faultline.alert.rule.AlertRule;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.event.ProjectId;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The alert rules of projects, and changes of them, one after the other. Thread-safe.
///
/// Two processes that change the same rule in the same moment do not see each other: the later
/// record stands.
public final class AlertRules {

    static final int MOST = 1_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(AlertRules.class);

    /// How long a change waits to see itself.
    private static final Duration VISIBLE = Duration.ofSeconds(2);

    /// How long a change waits for those before it.
    private static final Duration TURN = Duration.ofSeconds(5);

    private final RuleBook book;
    private final RuleWriter writer;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();

    AlertRules(RuleBook book, RuleWriter writer, AuditTrail audit, InstantSource clock) {
        this.book = book;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /// The oldest first.
    List<AlertRule> of(ProjectId project) {
        return book.of(project);
    }

    /// @throws ApiException `404` if the project has no such rule
    public AlertRule rule(ProjectId project, UUID id) {
        return book.rule(project, id)
                .orElseThrow(() -> new ApiException(ProblemType.NOT_FOUND, "Alert rule not found"));
    }

    /// Returns when the rule is in this process' book, or after a while: it is durable then.
    ///
    /// @throws ApiException `409` if the project has too many rules, `503` if Kafka did not take it
    ///   or others change too much
    AlertRule create(Actor actor, RuleRequest request) {
        return inTurn(() -> {
            if (book.of(actor.project()).size() >= MOST) {
                throw new ApiException(
                        ProblemType.CONFLICT,
                        "The project has %d alert rules, the most there can be: delete one first"
                                .formatted(MOST));
            }
            AlertRule rule =
                    RuleVersions.first(
                            UUID.randomUUID(), actor.project(), request, clock.instant());
            await(rule, confirmed(() -> writer.put(rule)));
            changed(actor, "alert_rule.create", null, rule);
            return rule;
        });
    }

    /// Like [#create].
    ///
    /// @throws ApiException `404` if there is no such rule, `503` as above
    AlertRule replace(Actor actor, UUID id, RuleRequest request) {
        return inTurn(() -> {
            AlertRule before = rule(actor.project(), id);
            AlertRule after = RuleVersions.next(before, request, clock.instant());
            await(after, confirmed(() -> writer.put(after)));
            changed(actor, "alert_rule.replace", before, after);
            return after;
        });
    }

    /// Its alerts end.
    ///
    /// @throws ApiException `404` if there is no such rule, `503` as above
    void delete(Actor actor, UUID id) {
        inTurn(() -> {
            AlertRule before = rule(actor.project(), id);
            await(before, confirmed(() -> writer.remove(before)));
            changed(actor, "alert_rule.delete", before, null);
            return before;
        });
    }

    private <T> T inTurn(Supplier<T> change) {
        try {
            if (!turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ApiException(
                        ProblemType.UNAVAILABLE,
                        "Alert rules are being changed: try again shortly");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return change.get();
        } finally {
            turn.unlock();
        }
    }

    private static long confirmed(Supplier<Long> write) {
        try {
            return write.get();
        } catch (KafkaException e) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "Kafka did not take the change: try again", e);
        }
    }

    private void await(AlertRule rule, long revision) {
        try {
            if (!book.await(rule.key(), revision, VISIBLE)) {
                LOGGER.warn("Alert rule {} is written, but not seen yet", rule.key());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void changed(
            Actor actor, String action, @Nullable AlertRule before, @Nullable AlertRule after) {
        AlertRule either = after == null ? before : after;
        if (either != null) {
            LOGGER.info("Project {}: {} {}", actor.project(), action, either.id());
            audit.changed(actor, action, either.id().toString(), before, after);
        }
    }

    private static ApiException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ApiException(ProblemType.UNAVAILABLE, "The server is stopping", e);
    }
}
