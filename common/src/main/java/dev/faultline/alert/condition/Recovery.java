package dev.faultline.alert.condition;

import java.math.BigDecimal;

/// Up to where an alert goes on once it has begun.
///
/// @param side on which side of the value it is over
public record Recovery(Side side, BigDecimal value) {

    public Recovery {
        value = ConditionLimits.plain(value);
    }

    /// A side of a value.
    public enum Side {
        BELOW,
        ABOVE
    }
}
