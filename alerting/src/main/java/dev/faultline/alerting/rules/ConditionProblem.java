package dev.faultline.alerting.rules;

import dev.faultline.alert.condition.ConditionException;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.Locale;
import java.util.function.Supplier;

/// What is wrong with a condition, for programs: the `details` of the answer.
///
/// @param problem `condition_syntax`, `condition_limit`, `condition_unsupported` or
///   `condition_conflict`
/// @param field `condition`
/// @param position of the first character that is wrong, counted from 0
/// @param length characters; 0 at the end of the condition
/// @param found what stands there
/// @param expected what could stand there; empty if the grammar is not the trouble
/// @param marked two lines: the condition, and marks under the place
public record ConditionProblem(
        String problem,
        String field,
        int position,
        int length,
        String found,
        String expected,
        String marked) {

    private static ConditionProblem of(ConditionException e) {
        ConditionException.Place place = e.place();
        return new ConditionProblem(
                "condition_" + e.kind().name().toLowerCase(Locale.ROOT),
                "condition",
                place.position(),
                place.length(),
                place.found(),
                place.expected(),
                e.marked());
    }

    /// Reads something with a condition in it.
    ///
    /// @throws ApiException `400` that points at the place if the condition can't be read
    public static <T> T told(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConditionException e) {
            throw ApiException.withDetails(
                    ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()), of(e));
        }
    }
}
