package dev.faultline.alerting.incidents;

import static dev.faultline.alerting.db.Tables.ALERT_FLAPS;
import static dev.faultline.alerting.db.Tables.ALERT_TRANSITIONS;

import dev.faultline.alert.evaluation.Transition.Reason;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alerting.incidents.FlapDamping.Recovery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/// What became of alerts, and which of them flap, in one transaction.
final class TransitionStore {

    private final DSLContext sql;

    TransitionStore(DSLContext sql) {
        this.sql = sql;
    }

    /// Remembers a transition.
    ///
    /// @return whether it is new
    boolean add(AlertTransition transition, Instant now) {
        return sql.insertInto(ALERT_TRANSITIONS)
                        .set(ALERT_TRANSITIONS.ID, transition.id())
                        .set(ALERT_TRANSITIONS.PROJECT, transition.rule().project().value())
                        .set(ALERT_TRANSITIONS.RULE_ID, transition.rule().id())
                        .set(ALERT_TRANSITIONS.RULE_VERSION, transition.rule().version())
                        .set(ALERT_TRANSITIONS.KIND, transition.kind().text())
                        .set(ALERT_TRANSITIONS.KEY, transition.key())
                        .set(ALERT_TRANSITIONS.START, transition.start().atOffset(ZoneOffset.UTC))
                        .set(ALERT_TRANSITIONS.AT, transition.at().atOffset(ZoneOffset.UTC))
                        .set(ALERT_TRANSITIONS.REASON, transition.reason())
                        .set(ALERT_TRANSITIONS.RECEIVED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /// Recoveries of an alert since a time by the evaluator's clock.
    List<Recovery> recoveries(UUID rule, String key, Instant since) {
        return sql.select(ALERT_TRANSITIONS.AT, ALERT_TRANSITIONS.RECEIVED_AT)
                .from(ALERT_TRANSITIONS)
                .where(ALERT_TRANSITIONS.RULE_ID.eq(rule))
                .and(ALERT_TRANSITIONS.KEY.eq(key))
                .and(ALERT_TRANSITIONS.AT.ge(since.atOffset(ZoneOffset.UTC)))
                .and(ALERT_TRANSITIONS.KIND.eq(AlertTransition.Kind.RESOLVED.text()))
                .and(ALERT_TRANSITIONS.REASON.eq(Reason.RECOVERED.text()))
                .fetch(row -> new Recovery(row.value1().toInstant(), row.value2().toInstant()));
    }

    /// The last time that an alert flapped; empty if that is long ago.
    Optional<Flap> flap(UUID rule, String key) {
        return sql.select(ALERT_FLAPS.SINCE, ALERT_FLAPS.LAST_AT)
                .from(ALERT_FLAPS)
                .where(ALERT_FLAPS.RULE_ID.eq(rule))
                .and(ALERT_FLAPS.KEY.eq(key))
                .fetchOptional(
                        Records.mapping((since, lastAt) ->
                                new Flap(since.toInstant(), lastAt.toInstant())));
    }

    void save(UUID rule, String key, Flap flap) {
        sql.insertInto(ALERT_FLAPS)
                .set(ALERT_FLAPS.RULE_ID, rule)
                .set(ALERT_FLAPS.KEY, key)
                .set(ALERT_FLAPS.SINCE, flap.since().atOffset(ZoneOffset.UTC))
                .set(ALERT_FLAPS.LAST_AT, flap.lastAt().atOffset(ZoneOffset.UTC))
                .onConflict(ALERT_FLAPS.RULE_ID, ALERT_FLAPS.KEY)
                .doUpdate()
                .set(ALERT_FLAPS.SINCE, flap.since().atOffset(ZoneOffset.UTC))
                .set(ALERT_FLAPS.LAST_AT, flap.lastAt().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
