package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.Relation;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The whole numbers that compare with a threshold as they shall.
///
/// @param outside whether those beyond the two are meant
record Limits(long least, long most, boolean outside) {

    /// No count at all.
    static final Limits NONE = new Limits(1, 0, false);

    /// The counts that, taken `numerator / denominator` times, compare so.
    static Limits of(Relation relation, BigDecimal threshold, long numerator, long denominator) {
        BigDecimal scaled = threshold.multiply(BigDecimal.valueOf(denominator));
        long down = divide(scaled, numerator, RoundingMode.FLOOR);
        long up = divide(scaled, numerator, RoundingMode.CEILING);
        return switch (relation) {
            case GREATER -> new Limits(down + 1, Long.MAX_VALUE, false);
            case AT_LEAST -> new Limits(up, Long.MAX_VALUE, false);
            case LESS -> new Limits(0, up - 1, false);
            case AT_MOST -> new Limits(0, down, false);
            case EQUAL -> new Limits(up, down, false);
            case UNEQUAL -> new Limits(up, down, true);
        };
    }

    private static long divide(BigDecimal number, long divisor, RoundingMode rounding) {
        return number.divide(BigDecimal.valueOf(divisor), 0, rounding).longValueExact();
    }

    boolean contains(long count) {
        return (count >= least && count <= most) != outside;
    }

    /// Whether all larger numbers are in if one is.
    boolean rises() {
        return most == Long.MAX_VALUE && !outside;
    }

    boolean isEmpty() {
        return least > most && !outside;
    }
}
