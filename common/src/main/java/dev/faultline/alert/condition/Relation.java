package dev.faultline.alert.condition;

import java.util.Arrays;
import java.util.Optional;

/// How a value is compared with a threshold.
public enum Relation {
    GREATER(">"),
    AT_LEAST(">="),
    LESS("<"),
    AT_MOST("<="),
    EQUAL("="),
    UNEQUAL("!=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /// Whether more of what is counted can make it hold, and never end it.
    public boolean rises() {
        return this == GREATER || this == AT_LEAST;
    }

    /// Whether less of what is counted can make it hold, and never end it.
    public boolean falls() {
        return this == LESS || this == AT_MOST;
    }

    /// Whether it holds for a value that compares like this.
    ///
    /// @param comparison of value and threshold, as [Comparable#compareTo] has it
    public boolean holds(int comparison) {
        return switch (this) {
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case EQUAL -> comparison == 0;
            case UNEQUAL -> comparison != 0;
        };
    }

    static Optional<Relation> of(String symbol) {
        return symbol.equals("==")
                ? Optional.of(EQUAL)
                : Arrays.stream(values()).filter(r -> r.symbol.equals(symbol)).findFirst();
    }
}
