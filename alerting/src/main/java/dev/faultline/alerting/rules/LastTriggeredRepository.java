package dev.faultline.alerting.rules;

import static dev.faultline.alerting.db.Tables.ALERT_TRANSITIONS;
import static org.jooq.impl.DSL.max;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// When rules fired, by the transitions that are kept.
final class LastTriggeredRepository {

    private final RequestDatabase database;

    LastTriggeredRepository(RequestDatabase database) {
        this.database = database;
    }

    /// The last time of each rule of a project that has fired.
    Map<UUID, Instant> of(ProjectId project) {
        return database.answer(sql ->
                sql.select(ALERT_TRANSITIONS.RULE_ID, max(ALERT_TRANSITIONS.AT))
                        .from(ALERT_TRANSITIONS)
                        .where(ALERT_TRANSITIONS.PROJECT.eq(project.value()))
                        .and(ALERT_TRANSITIONS.KIND.eq(AlertTransition.Kind.FIRED.text()))
                        .groupBy(ALERT_TRANSITIONS.RULE_ID)
                        .fetchMap(row -> row.value1(), row -> row.value2().toInstant()));
    }
}
