package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.event.Uuids;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which notifications of a project a caller wants to see; null for any.
///
/// @param limit 1 to 100
/// @param offset how many to skip
record NotificationQuery(
        int limit,
        long offset,
        @Nullable NotificationState state,
        @Nullable Channel channel,
        @Nullable UUID ruleId,
        @Nullable UUID incidentId,
        @Nullable UUID digestId) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    /// Parameters as they were sent; null where one is absent.
    record Sent(
            @Nullable String limit,
            @Nullable String offset,
            @Nullable String state,
            @Nullable String channel,
            @Nullable String ruleId,
            @Nullable String incidentId,
            @Nullable String digestId) {}

    /// @throws ApiException `400`, saying which one is wrong and what is expected
    static NotificationQuery parse(Sent sent) {
        return new NotificationQuery(
                (int) number("limit", sent.limit(), DEFAULT_LIMIT, 1, MAX_LIMIT),
                number("offset", sent.offset(), 0, 0, Integer.MAX_VALUE),
                named(
                        "state",
                        sent.state(),
                        NotificationState::named,
                        names(NotificationState.values(), NotificationState::text)),
                named(
                        "channel",
                        sent.channel(),
                        Channel::named,
                        names(Channel.values(), Channel::text)),
                named("rule_id", sent.ruleId(), Uuids::parse, "a UUID"),
                named("incident_id", sent.incidentId(), Uuids::parse, "a UUID"),
                named("digest_id", sent.digestId(), Uuids::parse, "a UUID"));
    }

    /// The number of the page that begins at the offset, from 1.
    long page() {
        return offset / limit + 1;
    }

    private static long number(
            String name, @Nullable String text, long absent, long min, long max) {
        if (text == null) {
            return absent;
        }
        if (text.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw invalid("%s must be a number from %d to %d".formatted(name, min, max));
    }

    private static <T> @Nullable T named(
            String name,
            @Nullable String text,
            Function<String, Optional<T>> reading,
            String expected) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return reading.apply(text)
                .orElseThrow(() -> invalid("%s must be %s".formatted(name, expected)));
    }

    private static <T> String names(T[] values, Function<T, String> name) {
        return "one of " + Arrays.stream(values).map(name).collect(Collectors.joining(", "));
    }

    private static ApiException invalid(String sentence) {
        return new ApiException(ProblemType.INVALID_REQUEST, sentence);
    }
}
