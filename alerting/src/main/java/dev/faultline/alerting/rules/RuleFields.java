package dev.faultline.alerting.rules;

import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.condition.ConditionLimits;
import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.project.JsonFields;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a rule one by one. What is wrong is an [IllegalArgumentException] with a
/// sentence that begins with the field.
public final class RuleFields {

    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final int MAX_NAME = 200;
    private static final int MAX_LABELS = 20;
    private static final int MAX_LABEL = 200;
    private static final int MAX_URL = 2_000;
    private static final Duration LEAST_REPEAT = Duration.ofMinutes(1);
    private static final Duration MOST_REPEAT = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(365);

    private RuleFields() {}

    static String name(JsonFields body) {
        body.required("name");
        return line("name", body.text("name").orElseThrow(), MAX_NAME);
    }

    /// As it is written; whether it can be read is another matter.
    public static String condition(JsonFields body) {
        body.required("condition");
        return body.text("condition").orElseThrow();
    }

    /// What a condition may refer to.
    public static ConditionFields referredTo(JsonFields body) {
        return new ConditionFields(
                threshold(body).orElse(null), timeWindow(body).map(RuleFields::time).orElse(null));
    }

    static Optional<BigDecimal> threshold(JsonFields body) {
        if (!body.has("threshold")) {
            return Optional.empty();
        }
        JsonNode value = body.required("threshold");
        if (!value.isNumber() || !isInRange(value)) {
            throw new IllegalArgumentException(
                    "threshold must be a number from 0 to %s with at most %d decimals"
                            .formatted(
                                    ConditionLimits.MAX_NUMBER.toPlainString(),
                                    ConditionLimits.MAX_DECIMALS));
        }
        return Optional.of(ConditionLimits.plain(value.decimalValue()));
    }

    /// Only what is finite has a decimal value; whole numbers come with as many digits as they
    /// like.
    private static boolean isInRange(JsonNode number) {
        if (!Double.isFinite(number.doubleValue())) {
            return false;
        }
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        return value.scale() <= ConditionLimits.MAX_DECIMALS
                && value.signum() >= 0
                && value.compareTo(ConditionLimits.MAX_NUMBER) <= 0;
    }

    /// As it is written.
    static Optional<String> timeWindow(JsonFields body) {
        Optional<String> written = body.text("time_window");
        written.ifPresent(RuleFields::time);
        return written;
    }

    private static Duration time(String written) {
        return TimeSpan.parse(written)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "time_window must be a time of at most 30 days, such as 5m, 5 minutes or PT5M"));
    }

    static List<String> notifications(JsonFields body) {
        if (!body.has("notifications")) {
            return List.of();
        }
        Set<String> channels = new LinkedHashSet<>();
        for (String name : body.texts("notifications")) {
            if (Channel.named(name).isEmpty()) {
                throw new IllegalArgumentException(
                        "notifications can't hold '%s': known are %s"
                                .formatted(shown(name), texts(Channel.values(), Channel::text)));
            }
            channels.add(name);
        }
        return List.copyOf(channels);
    }

    static AlertSeverity severity(JsonFields body) {
        return body.text("severity")
                .map(text ->
                        AlertSeverity.named(text)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "severity must be one of "
                                                        + texts(
                                                                AlertSeverity.values(),
                                                                AlertSeverity::text))))
                .orElse(AlertSeverity.HIGH);
    }

    static @Nullable Duration repeatInterval(JsonFields body) {
        return body.text("repeat_interval")
                .map(text ->
                        TimeSpan.parse(text)
                                .filter(length -> length.compareTo(LEAST_REPEAT) >= 0)
                                .filter(length -> length.compareTo(MOST_REPEAT) <= 0)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "repeat_interval must be a time from 1m to 7d, such as 4h")))
                .orElse(null);
    }

    static SortedMap<String, String> labels(JsonFields body) {
        SortedMap<String, String> labels = new TreeMap<>();
        if (!body.has("labels")) {
            return labels;
        }
        JsonFields sent = body.object("labels");
        if (sent.names().size() > MAX_LABELS) {
            throw new IllegalArgumentException("labels must be at most " + MAX_LABELS);
        }
        for (String name : sent.names()) {
            if (!LABEL.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "labels must have names of 1 to 64 letters, digits, dots, hyphens or underscores that begin with a letter");
            }
            sent.required(name);
            labels.put(name, line(sent.place(name), sent.text(name).orElseThrow(), MAX_LABEL));
        }
        return labels;
    }

    static @Nullable String runbookUrl(JsonFields body) {
        Optional<String> url = body.text("runbook_url");
        if (url.isPresent() && !isWebAddress(url.get())) {
            throw new IllegalArgumentException(
                    "runbook_url must be an http or https URL of at most %d characters"
                            .formatted(MAX_URL));
        }
        return url.orElse(null);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return text.length() <= MAX_URL
                    && uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?")
                    && uri.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static @Nullable Instant effectiveFrom(JsonFields body, Instant now) {
        return time(body, "effective_from")
                .map(from -> {
                    if (from.isBefore(Instant.EPOCH) || from.isAfter(now.plus(AHEAD))) {
                        throw new IllegalArgumentException(
                                "effective_from must be between 1970 and a year from now");
                    }
                    return from;
                })
                .orElse(null);
    }

    /// A point in time with its offset.
    public static Optional<Instant> time(JsonFields body, String field) {
        return body.text(field)
                .map(text -> {
                    try {
                        return OffsetDateTime.parse(text).toInstant();
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(
                                field + " must be a time such as 2025-08-29T12:00:00Z", e);
                    }
                });
    }

    private static String line(String field, String text, int max) {
        if (text.isBlank() || text.length() > max || !LINE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s must be one line of 1 to %d characters".formatted(field, max));
        }
        return text;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static <T> String texts(T[] values, Function<T, String> text) {
        return Arrays.stream(values).map(text).collect(Collectors.joining(", "));
    }
}
