package dev.faultline.alert.condition;

import java.util.List;

/// Expressions joined by one operator.
///
/// @param parts two or more
public record Compound(Operator operator, List<Expression> parts) implements Expression {

    public Compound {
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("An operator needs two parts at least");
        }
    }

    /// How the parts are joined.
    public enum Operator {
        /// All must hold.
        AND("and"),
        /// One must hold.
        OR("or");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
