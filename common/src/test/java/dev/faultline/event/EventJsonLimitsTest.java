package dev.faultline.event;

import static dev.faultline.event.Readings.acceptedWith;
import static dev.faultline.event.Readings.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonLimitsTest {

    private static final String EMOJI = "😀";

    static Stream<Arguments> limitedTexts() {
        return Stream.of(
                limited("message", 8_192, ErrorEvent::message),
                limited("stack_trace", 65_536, ErrorEvent::stackTrace),
                limited("source", 200, ErrorEvent::source),
                limited("environment", 200, ErrorEvent::environment),
                limited("url", 2_048, ErrorEvent::url),
                limited("user_agent", 2_048, ErrorEvent::userAgent),
                limited("ip_address", 2_048, ErrorEvent::ipAddress));
    }

    private static Arguments limited(
            String field, int limit, Function<ErrorEvent, String> component) {
        return Arguments.of(field, limit, component);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limitedTexts")
    void keepsATextAtItsLimit(String field, int limit, Function<ErrorEvent, String> component) {
        String text = "x".repeat(limit);

        assertThat(component.apply(event(field, text))).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limitedTexts")
    void cutsALongerTextToItsLimitAndMarksIt(
            String field, int limit, Function<ErrorEvent, String> component) {
        String mark = "… [cut, %d characters]".formatted(limit + 1);

        String cut = component.apply(event(field, "x".repeat(limit + 1)));

        assertThat(cut).isEqualTo("x".repeat(limit - mark.length()) + mark).hasSize(limit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limitedTexts")
    void neverCutsASurrogatePairInHalf(
            String field, int limit, Function<ErrorEvent, String> component) {
        for (String shift : List.of("", "x")) {
            ErrorEvent event = event(field, shift + EMOJI.repeat(limit));

            String cut = component.apply(event);

            String kept = cut.substring(0, cut.indexOf('…'));
            assertThat(cut).hasSizeBetween(limit - 1, limit);
            assertThat(kept).isEqualTo(shift + EMOJI.repeat((kept.length() - shift.length()) / 2));
            assertThat(written(event)).isEqualTo(event);
        }
    }

    @Test
    void cutsALongErrorInsteadOfRefusingIt() {
        ErrorEvent event = event("message", "x".repeat(200_000));

        assertThat(event.message()).endsWith("… [cut, 200000 characters]").hasSize(8_192);
    }

    @Test
    void keepsAContextAtItsLimit() {
        assertThat(acceptedWith("\"context\": " + object(200)).context())
                .hasSize(200)
                .containsEntry("k199", 199);
    }

    @Test
    void cutsALargerContextToItsLimitAndMarksIt() {
        Map<String, Object> context = acceptedWith("\"context\": " + object(201)).context();

        assertThat(context)
                .hasSize(200)
                .containsEntry("k198", 198)
                .containsEntry("…", "[cut, 201 keys]")
                .doesNotContainKey("k199");
    }

    @Test
    void readsACutContextAsItWasWritten() {
        ErrorEvent event = acceptedWith("\"context\": " + object(5_000));

        assertThat(written(event).context())
                .isEqualTo(event.context())
                .containsEntry("…", "[cut, 5000 keys]");
    }

    @Test
    void countsOnlyTheKeysOfTheFirstLevel() {
        assertThat(acceptedWith("\"context\": {\"all\": %s}".formatted(object(500))).context())
                .extractingByKey("all")
                .asInstanceOf(MAP)
                .hasSize(500);
    }

    @Test
    void holdsASendersHeaderToTheLimits() {
        ErrorEvent received =
                acceptedWith("\"url\": \"x\"")
                        .received(new EventId("a"), Instant.EPOCH, "x".repeat(10_000), "192.0.2.1");

        assertThat(received.userAgent()).hasSize(2_048).endsWith("… [cut, 10000 characters]");
        assertThat(written(received)).isEqualTo(received);
    }

    private static ErrorEvent event(String field, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("message", "Boom");
        fields.put("source", "shop");
        fields.put(field, text);
        return Readings.accepted(
                fields.entrySet().stream()
                        .map(e -> "\"%s\": \"%s\"".formatted(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}")));
    }

    private static String object(int keys) {
        return IntStream.range(0, keys)
                .mapToObj(i -> "\"k%d\": %d".formatted(i, i))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
