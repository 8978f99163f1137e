package dev.faultline.benchmarks.rules;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.series.CountSeries;
import dev.faultline.alert.series.Moment;
import dev.faultline.alert.series.RuleTest;
import dev.faultline.event.Severity;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a file of tests. What is wrong with it is an {@link IllegalArgumentException} with a
 * sentence that says where.
 */
final class RuleTestFile {

    static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_TESTS = 1_000;

    /** A whole quarter of an hour, so that buckets of any size begin with the test. */
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static final Set<String> FILE = Set.of("tests");
    private static final Set<String> TEST =
            Set.of(
                    "name",
                    "condition",
                    "threshold",
                    "time_window",
                    "step",
                    "grace",
                    "series",
                    "expect");
    private static final Set<String> SERIES =
            Set.of("counts", "level", "source", "environment", "group", "signal");

    /** {@code fired@10s} or {@code resolved@5m of checkout}. */
    private static final Pattern MOMENT =
            Pattern.compile("(fired|resolved)@([^ ]+)(?: of (.+))?", Pattern.DOTALL);

    private RuleTestFile() {}

    static List<RuleTest> read(String yaml) {
        JsonNode file;
        try {
            file = Json.mapper().valueToTree(TextYaml.read(yaml));
        } catch (YAMLException e) {
            throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
        }
        List<JsonNode> sent = new JsonFields("", file).only(FILE).list("tests");
        if (sent.size() > MAX_TESTS) {
            throw new IllegalArgumentException("tests must be at most " + MAX_TESTS);
        }
        List<RuleTest> tests = new ArrayList<>();
        for (JsonNode test : sent) {
            tests.add(test(new JsonFields("tests[%d]".formatted(tests.size()), test).only(TEST)));
        }
        return tests;
    }

    private static RuleTest test(JsonFields test) {
        AlertCondition condition = condition(test);
        List<CountSeries> series = new ArrayList<>();
        for (JsonNode each : test.list("series")) {
            String place = test.place("series[%d]".formatted(series.size()));
            series.add(series(new JsonFields(place, each).only(SERIES)));
        }
        List<Moment> expected =
                test.has("expect")
                        ? test.texts("expect").stream()
                                .map(text -> moment(test.place("expect"), text))
                                .toList()
                        : List.of();
        return at(
                test.place(),
                () ->
                        new RuleTest(
                                test.text("name").orElse(condition.text()),
                                condition,
                                START,
                                time(test, "step").orElse(Duration.ofSeconds(1)),
                                time(test, "grace").orElse(EvaluatorSettings.DEFAULT_GRACE),
                                series,
                                expected));
    }

    private static AlertCondition condition(JsonFields test) {
        test.required("condition");
        try {
            return AlertCondition.parse(
                    test.text("condition").orElseThrow(),
                    new ConditionFields(
                            test.text("threshold")
                                    .map(text -> number(test.place("threshold"), text))
                                    .orElse(null),
                            time(test, "time_window").orElse(null)));
        } catch (ConditionException e) {
            throw new IllegalArgumentException(
                    "%s: %s%n%s".formatted(test.place(), e.getMessage(), e.marked()), e);
        }
    }

    private static BigDecimal number(String place, String text) {
        if (!text.matches("\\d{1,10}(\\.\\d{1,3})?")) {
            throw new IllegalArgumentException(place + " must be a number");
        }
        return new BigDecimal(text);
    }

    private static CountSeries series(JsonFields series) {
        series.required("counts");
        Severity severity =
                named(
                        series,
                        "level",
                        Severity::parse,
                        Severity.ERROR,
                        "fatal, error, warning, info or debug");
        Signal signal =
                named(
                        series,
                        "signal",
                        RuleTestFile::signal,
                        Signal.EVENTS,
                        "event, new_group, regression or reopened");
        Facets facets =
                new Facets(
                        signal,
                        severity,
                        series.text("source").orElse(""),
                        series.text("environment").orElse("production"));
        return at(
                series.place("counts"),
                () ->
                        CountSeries.parse(
                                facets,
                                series.text("group").orElse(null),
                                series.text("counts").orElseThrow()));
    }

    private static Optional<Signal> signal(String text) {
        return Optional.ofNullable(
                switch (text) {
                    case "event" -> Signal.EVENTS;
                    case "new_group" -> Signal.NEW_GROUPS;
                    case "regression" -> Signal.REGRESSIONS;
                    case "reopened" -> Signal.REOPENINGS;
                    default -> null;
                });
    }

    private static <T> T named(
            JsonFields fields,
            String field,
            Function<String, Optional<T>> values,
            T usual,
            String known) {
        return fields.text(field)
                .map(text ->
                        values.apply(text)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "%s must be %s"
                                                        .formatted(fields.place(field), known))))
                .orElse(usual);
    }

    private static Moment moment(String place, String text) {
        Matcher matcher = MOMENT.matcher(text);
        Optional<Duration> after =
                matcher.matches() ? TimeSpan.parse(matcher.group(2)) : Optional.empty();
        if (after.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s must have moments such as fired@10s or resolved@5m of checkout, but not %s"
                            .formatted(place, text));
        }
        return new Moment(
                matcher.group(3) == null ? "" : matcher.group(3),
                matcher.group(1).equals("fired") ? Moment.Kind.FIRED : Moment.Kind.RESOLVED,
                after.get());
    }

    private static Optional<Duration> time(JsonFields fields, String field) {
        return fields.text(field)
                .map(text ->
                        TimeSpan.parse(text)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                fields.place(field)
                                                        + " must be a time such as 30s or 5m")));
    }

    private static <T> T at(String place, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(place, e.getMessage()), e);
        }
    }
}
