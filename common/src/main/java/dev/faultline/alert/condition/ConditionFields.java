package dev.faultline.alert.condition;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The fields of an alert rule that a condition can refer to as `threshold` and `time_window`, or
/// repeats.
///
/// @param threshold null if the field was not given
/// @param timeWindow null if the field was not given
public record ConditionFields(@Nullable BigDecimal threshold, @Nullable Duration timeWindow) {

    public static final ConditionFields NONE = new ConditionFields(null, null);
}
