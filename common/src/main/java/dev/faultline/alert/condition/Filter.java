package dev.faultline.alert.condition;

import java.util.List;

/// Which events count: those that pass all matchers.
public record Filter(List<Matcher> matchers) {

    /// Every event passes.
    public static final Filter ALL = new Filter(List.of());

    public Filter {
        matchers = List.copyOf(matchers);
    }

    public boolean uses(Field field) {
        return matchers.stream().anyMatch(matcher -> matcher.field() == field);
    }

    /// A look at one field.
    ///
    /// @param values one, or several for [How#IN]
    public record Matcher(Field field, How how, List<String> values) {

        public Matcher {
            values = List.copyOf(values);
            if (values.isEmpty() || (values.size() > 1 && how != How.IN)) {
                throw new IllegalArgumentException("%s can't take %s".formatted(how, values));
            }
        }
    }

    /// How a field is compared.
    public enum How {
        IS("="),
        IS_NOT("!="),
        /// By a glob: `*` stands for any characters, `?` for one.
        LIKE("=~"),
        IN("in");

        private final String symbol;

        How(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
