package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.Field;
import dev.faultline.alert.condition.Filter;
import dev.faultline.event.Level;
import dev.faultline.grouping.rule.Glob;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one of a rule's counts is of, and how it is kept.
///
/// @param level the one level that counts; null: all
/// @param bucket seconds of a bucket
/// @param lookBack seconds from the last bucket of a window to the first that matters
record Series(
        Signal signal, @Nullable Level level, List<Check> checks, long bucket, long lookBack) {

    /// Buckets that are kept while the watermark stands still, beside those of the windows.
    private static final int SPARE_BUCKETS = 4_096;

    static Series of(
            Signal signal, @Nullable Level level, long bucket, long lookBack, Filter... filters) {
        List<Check> checks =
                Stream.of(filters)
                        .flatMap(filter -> filter.matchers().stream())
                        .map(Check::of)
                        .toList();
        return new Series(signal, level, checks, bucket, lookBack);
    }

    Counts newCounts() {
        return new Counts((int) (lookBack / bucket) + SPARE_BUCKETS);
    }

    /// Whether cells with these facets count, as far as facets tell.
    boolean matches(Facets facets) {
        if (facets.signal() != signal || (level != null && facets.severity().level() != level)) {
            return false;
        }
        for (Check check : checks) {
            if (!check.passesFacets(facets)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the group passes too.
    boolean matchesGroup(@Nullable String group) {
        for (Check check : checks) {
            if (!check.passesGroup(group)) {
                return false;
            }
        }
        return true;
    }

    /// A matcher, ready to use.
    record Check(Field field, Predicate<String> passes) {

        static Check of(Filter.Matcher matcher) {
            List<String> values = matcher.values();
            Predicate<String> passes =
                    switch (matcher.how()) {
                        case IS, IN -> values::contains;
                        case IS_NOT -> value -> !values.contains(value);
                        case LIKE -> Glob.of(values.getFirst(), Glob.Style.EXACT)::matches;
                    };
            return new Check(matcher.field(), passes);
        }

        boolean passesFacets(Facets facets) {
            return switch (field) {
                case LEVEL -> passes.test(facets.severity().level().text());
                case SEVERITY -> passes.test(facets.severity().text());
                case SOURCE -> passes.test(facets.source());
                case ENVIRONMENT -> passes.test(facets.environment());
                case GROUP -> true;
            };
        }

        boolean passesGroup(@Nullable String group) {
            return field != Field.GROUP || (group != null && passes.test(group));
        }
    }
}
