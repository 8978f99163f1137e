package dev.faultline.alerting.silences;

import static dev.faultline.alerting.db.Tables.SILENCES;

import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;

/// What is silenced, for those who announce. Thread-safe.
public final class SilenceStore {

    SilenceStore() {}

    /// Until when an alert is silenced, if nobody ends a silence before: the latest end of all that
    /// fit. Empty if it is not.
    public Optional<Instant> silencedUntil(
            DSLContext sql, ProjectId project, AlertTraits alert, Instant now) {
        return sql
                .select(SILENCES.MATCHERS, SILENCES.ENDS_AT)
                .from(SILENCES)
                .where(SILENCES.PROJECT.eq(project.value()))
                .and(SILENCES.ENDS_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(SILENCES.ENDS_AT.desc())
                .fetch()
                .stream()
                .filter(row -> matchers(row.value1()).fit(alert))
                .map(row -> row.value2().toInstant())
                .findFirst();
    }

    static Matchers matchers(String json) {
        return Json.mapper().readValue(json, Matchers.class);
    }
}
