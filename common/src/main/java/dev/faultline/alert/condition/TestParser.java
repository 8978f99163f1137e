package dev.faultline.alert.condition;

import dev.faultline.alert.condition.ConditionException.Kind;
import dev.faultline.alert.condition.MetricTest.Absence;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Direction;
import dev.faultline.alert.condition.MetricTest.Lifecycle;
import dev.faultline.alert.condition.MetricTest.Percent;
import dev.faultline.alert.condition.MetricTest.Reaching;
import dev.faultline.alert.condition.MetricTest.Spike;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the tests of a condition, and checks each as soon as it is read.
final class TestParser {

    private final TokenReader tokens;
    private final FieldValues values;
    private final FilterParser filters;
    private final TestChecks checks;

    TestParser(TokenReader tokens, ConditionFields fields) {
        this.tokens = tokens;
        this.values = new FieldValues(tokens, fields);
        this.filters = new FilterParser(tokens);
        this.checks = new TestChecks(tokens);
    }

    /// The next test.
    MetricTest test() {
        Token start = tokens.peek();
        MetricTest test = read(start);
        checks.check(test, start);
        return test;
    }

    /// Takes note of an operator.
    void addNode() {
        checks.addNodes(1, tokens.peek());
    }

    /// What can be told only when all tests are read.
    void checkFields() {
        values.check();
    }

    private MetricTest read(Token start) {
        if (tokens.accept("percent")) {
            return percent();
        }
        if (tokens.accept("spike")) {
            return spike();
        }
        if (tokens.accept("no_events")) {
            Filter filter = filters.optional();
            return new Absence(filter, by(), in());
        }
        Optional<Happening> happening = word(start).flatMap(Vocabulary::happening);
        if (happening.isPresent()) {
            tokens.next();
            return lifecycle(happening.get());
        }
        return counted(metric());
    }

    private MetricTest counted(Metric metric) {
        Filter filter = filters.optional();
        Dimension by = by();
        if (tokens.accept("increases")) {
            return change(metric, filter, by, Direction.INCREASES);
        }
        if (tokens.accept("decreases")) {
            return change(metric, filter, by, Direction.DECREASES);
        }
        Relation relation = relation("a comparison, such as >, or increases or decreases");
        return new Count(metric, filter, by, relation, values.threshold(), in(), min(0));
    }

    private Percent percent() {
        Filter filter = filters.filter();
        Filter of = tokens.accept("of") ? filters.filter() : Filter.ALL;
        Dimension by = by();
        Relation relation = relation("a comparison, such as >");
        Threshold limit = values.threshold();
        tokens.accept("%");
        return new Percent(filter, of, by, relation, limit, in(), min(0));
    }

    private Change change(
            Metric metric, Filter filter, @Nullable Dimension by, Direction direction) {
        tokens.expect("by", "by, as in increases by 50%");
        Threshold percent = values.threshold();
        tokens.expect("%", "%");
        Window in = in();
        tokens.expect("vs", "vs, as in vs previous");
        return new Change(metric, filter, by, direction, percent, in, reference(), min(0));
    }

    private Reference reference() {
        if (tokens.accept("previous")) {
            Token next = tokens.peek();
            boolean hasWindow = next.kind() == Token.Kind.NUMBER || next.is("time_window");
            return new Reference.Previous(
                    hasWindow || isIso(next) ? checks.inRange(next, values.window()) : null);
        }
        Duration distance = tokens.duration("previous or a time, such as 7d ago");
        tokens.expect("ago", "ago");
        return new Reference.Ago(distance);
    }

    private static boolean isIso(Token token) {
        return token.kind() == Token.Kind.WORD && TimeSpan.ofIso(token.text()).isPresent();
    }

    private Spike spike() {
        tokens.expect("(", "( and a metric, as in spike(error_count)");
        Metric metric = metric();
        Filter filter = filters.optional();
        Dimension by = by();
        tokens.expect(")", "by or )");
        Window in = in();
        Duration baseline =
                tokens.accept("baseline")
                        ? tokens.duration("a time, such as 24h")
                        : Spike.DEFAULT_BASELINE;
        BigDecimal factor =
                tokens.accept("factor") ? tokens.number("a number") : Spike.DEFAULT_FACTOR;
        BigDecimal z = tokens.accept("z") ? tokens.number("a number") : Spike.DEFAULT_Z;
        return new Spike(metric, filter, by, in, baseline, factor, z, min(Spike.DEFAULT_MIN));
    }

    private Lifecycle lifecycle(Happening happening) {
        Filter filter = filters.optional();
        if (!tokens.accept("reaching")) {
            return new Lifecycle(happening, filter, null);
        }
        long count = values.count("a whole number of events");
        return new Lifecycle(happening, filter, new Reaching(count, in()));
    }

    private Metric metric() {
        Token token = tokens.peek();
        String word = word(token).orElse("");
        if (Vocabulary.isMetricToCome(word) || Vocabulary.isHappeningToCome(word)) {
            throw tokens.trouble(
                    token,
                    Kind.UNSUPPORTED,
                    "%s is not supported yet; supported are %s, and %s"
                            .formatted(word, Vocabulary.metrics(), Vocabulary.happenings()));
        }
        Metric metric =
                Vocabulary.metric(word)
                        .orElseThrow(() ->
                                tokens.expected(
                                        "a metric (%s), percent, spike, no_events, %s or ("
                                                .formatted(
                                                        Vocabulary.metrics(),
                                                        Vocabulary.happenings())));
        tokens.next();
        return metric;
    }

    private @Nullable Dimension by() {
        if (!tokens.accept("by")) {
            return null;
        }
        Token token = tokens.peek();
        String word = word(token).orElse("");
        if (Vocabulary.isDimensionToCome(word)) {
            throw tokens.trouble(
                    token,
                    Kind.UNSUPPORTED,
                    "by %s is not supported yet; supported are %s"
                            .formatted(word, Vocabulary.dimensions()));
        }
        Dimension dimension =
                Vocabulary.dimension(word)
                        .orElseThrow(() -> tokens.expected("one of " + Vocabulary.dimensions()));
        tokens.next();
        return dimension;
    }

    private Relation relation(String expected) {
        Token token = tokens.peek();
        Relation relation =
                Optional.of(token)
                        .filter(t -> t.kind() == Token.Kind.SYMBOL)
                        .flatMap(t -> Relation.of(t.text()))
                        .orElseThrow(() -> tokens.expected(expected));
        tokens.next();
        return relation;
    }

    private Window in() {
        tokens.expect("in", "in and a time, as in 5m");
        Token token = tokens.peek();
        return checks.inRange(token, values.window());
    }

    private long min(long usual) {
        return tokens.accept("min") ? tokens.count("a whole number") : usual;
    }

    private static Optional<String> word(Token token) {
        return token.kind() == Token.Kind.WORD ? Optional.of(token.text()) : Optional.empty();
    }
}
