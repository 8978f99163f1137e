package dev.faultline.alert.condition;

import java.math.BigDecimal;
import java.time.Duration;

/// How large a condition and its parts may be.
public final class ConditionLimits {

    /// Characters of a condition.
    public static final int MAX_LENGTH = 2_000;

    /// Tests joined by `and` and `or`.
    public static final int MAX_TESTS = 4;

    /// Tests, operators and matchers together.
    public static final int MAX_NODES = 32;

    /// Parentheses within each other.
    public static final int MAX_DEPTH = 8;

    /// Characters of a literal.
    public static final int MAX_LITERAL = 200;

    /// Literals of one list.
    public static final int MAX_LIST = 20;

    /// Decimals of a number.
    public static final int MAX_DECIMALS = 3;

    /// The largest number.
    public static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(1_000_000_000L);

    public static final Duration MIN_WINDOW = Duration.ofSeconds(10);

    /// The longest window, and the farthest a test looks back.
    public static final Duration MAX_WINDOW = Duration.ofDays(30);

    /// The longest `for` and `keep`.
    public static final Duration MAX_HOLD = Duration.ofDays(1);

    /// The fewest windows of a spike's baseline.
    public static final int MIN_BASELINE_WINDOWS = 6;

    /// The most windows of a spike's baseline.
    public static final int MAX_BASELINE_WINDOWS = 2_880;

    /// The largest `factor` and `z`.
    public static final int MAX_FACTOR = 100;

    private ConditionLimits() {}

    /// The one form of numbers that are the same.
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
