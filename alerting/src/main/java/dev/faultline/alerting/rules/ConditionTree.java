package dev.faultline.alerting.rules;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.Compound;
import dev.faultline.alert.condition.Dimension;
import dev.faultline.alert.condition.Expression;
import dev.faultline.alert.condition.Filter;
import dev.faultline.alert.condition.MetricTest;
import dev.faultline.alert.condition.MetricTest.Absence;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Lifecycle;
import dev.faultline.alert.condition.MetricTest.Percent;
import dev.faultline.alert.condition.MetricTest.Spike;
import dev.faultline.alert.condition.Reference;
import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.alert.condition.Window;
import dev.faultline.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A condition as a tree of JSON, with the rule's values in place of placeholders: what programs
/// look at instead of reading the text.
final class ConditionTree {

    private ConditionTree() {}

    static ObjectNode of(AlertCondition condition) {
        ObjectNode tree = object();
        tree.set("expression", of(condition.expression()));
        tree.put("for", text(condition.lasting()));
        if (condition.recovery() == null) {
            tree.putNull("recover");
        } else {
            tree.putObject("recover")
                    .put(lower(condition.recovery().side()), condition.recovery().value());
        }
        tree.put("keep", TimeSpan.text(condition.effectiveKeep()));
        return tree;
    }

    private static ObjectNode of(Expression expression) {
        return switch (expression) {
            case Compound(Compound.Operator operator, List<Expression> parts) -> {
                ObjectNode node = object().put("type", operator.word());
                ArrayNode children = node.putArray("parts");
                parts.forEach(part -> children.add(of(part)));
                yield node;
            }
            case MetricTest test -> of(test);
        };
    }

    private static ObjectNode of(MetricTest test) {
        ObjectNode node = object();
        switch (test) {
            case Count count ->
                    node.put("type", "count")
                            .put("metric", count.metric().word())
                            .put("comparison", count.relation().symbol())
                            .put("threshold", count.limit().value())
                            .put("min", count.min());
            case Percent percent ->
                    node.put("type", "percent")
                            .put("comparison", percent.relation().symbol())
                            .put("threshold", percent.limit().value())
                            .put("min", percent.min())
                            .set("of", of(percent.of()));
            case Change change ->
                    node.put("type", "change")
                            .put("metric", change.metric().word())
                            .put("direction", lower(change.direction()))
                            .put("percent", change.percent().value())
                            .put("versus", of(change.reference(), change.in()))
                            .put("min", change.min());
            case Spike spike ->
                    node.put("type", "spike")
                            .put("metric", spike.metric().word())
                            .put("baseline", TimeSpan.text(spike.baseline()))
                            .put("factor", spike.factor())
                            .put("z", spike.z())
                            .put("min", spike.min());
            case Lifecycle lifecycle ->
                    node.put("type", lifecycle.happening().word())
                            .put("reaching", reaching(lifecycle.reaching()));
            case Absence _ -> node.put("type", "no_events");
        }
        node.set("filter", of(test.filter()));
        node.put("by", word(test.by()));
        node.put("window", text(test.window().map(Window::length).orElse(null)));
        return node;
    }

    private static ArrayNode of(Filter filter) {
        ArrayNode matchers = Json.mapper().createArrayNode();
        for (Filter.Matcher matcher : filter.matchers()) {
            ArrayNode values =
                    matchers.addObject()
                            .put("field", matcher.field().word())
                            .put("op", matcher.how().symbol())
                            .putArray("values");
            matcher.values().forEach(values::add);
        }
        return matchers;
    }

    /// `previous 5m` or `7d ago`.
    private static String of(Reference reference, Window present) {
        return switch (reference) {
            case Reference.Previous previous ->
                    "previous " + TimeSpan.text(previous.orSameAs(present));
            case Reference.Ago(Duration distance) -> TimeSpan.text(distance) + " ago";
        };
    }

    private static @Nullable Long reaching(MetricTest.@Nullable Reaching reaching) {
        return reaching == null ? null : reaching.count();
    }

    private static @Nullable String word(@Nullable Dimension by) {
        return by == null ? null : by.word();
    }

    private static @Nullable String text(@Nullable Duration length) {
        return length == null ? null : TimeSpan.text(length);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
