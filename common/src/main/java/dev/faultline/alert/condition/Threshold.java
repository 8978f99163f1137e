package dev.faultline.alert.condition;

import java.math.BigDecimal;

/// A number that a condition compares with.
///
/// @param value not negative, with at most three decimals
/// @param placeholder whether the condition says `threshold` in its place
public record Threshold(BigDecimal value, boolean placeholder) {

    public Threshold {
        value = ConditionLimits.plain(value);
    }
}
