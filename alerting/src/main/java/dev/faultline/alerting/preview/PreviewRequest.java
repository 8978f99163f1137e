package dev.faultline.alerting.preview;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alerting.rules.RuleFields;
import dev.faultline.project.JsonFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which rule shall be tried on which past.
///
/// @param limit alerts that are answered at most
record PreviewRequest(AlertCondition condition, Instant from, Instant to, int limit) {

    private static final Set<String> FIELDS =
            Set.of("condition", "threshold", "time_window", "from", "to", "hours", "limit");
    private static final long DEFAULT_HOURS = 24;
    private static final long MOST_HOURS = 30 * 24;
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST_LIMIT = 1_000;

    /// @throws IllegalArgumentException if a field can't be taken; a sentence that names it
    /// @throws ConditionException if the condition can't
    static PreviewRequest read(JsonFields body, Instant now) {
        body.only(FIELDS);
        AlertCondition condition =
                AlertCondition.parse(RuleFields.condition(body), RuleFields.referredTo(body));
        Instant to = RuleFields.time(body, "to").filter(time -> time.isBefore(now)).orElse(now);
        return new PreviewRequest(
                condition,
                from(body, to, now),
                to,
                body.number("limit", 1, MOST_LIMIT).orElse(DEFAULT_LIMIT).intValue());
    }

    private static Instant from(JsonFields body, Instant to, Instant now) {
        Optional<Instant> given = RuleFields.time(body, "from");
        Optional<Long> hours = body.number("hours", 1, MOST_HOURS);
        if (given.isPresent() && hours.isPresent()) {
            throw new IllegalArgumentException("hours and from say the same: give one of them");
        }
        Instant from =
                given.orElseGet(() -> to.minus(Duration.ofHours(hours.orElse(DEFAULT_HOURS))));
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to, and in the past");
        }
        if (from.isBefore(now.minus(Duration.ofHours(MOST_HOURS)))) {
            throw new IllegalArgumentException("from must be within the last 30 days");
        }
        return from;
    }
}
