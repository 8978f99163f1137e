package dev.faultline.event;

import dev.faultline.grouping.GroupingInput;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One reported error, read and checked: texts are within their limits, free of NUL and of broken
/// surrogates.
///
/// Produced by clients, over HTTP or straight into the raw topic; consumed by gateway and
/// aggregator.
///
/// @param eventId the client's own id, or the one the gateway minted; null if a direct publisher
///   gave none
/// @param timestamp when the error happened, by the client's clock; null if it did not say
/// @param message at most [EventLimits#MESSAGE] characters
/// @param stackTrace as the client's runtime printed it, at most [EventLimits#STACK_TRACE]
///   characters
/// @param context whatever the client adds, JSON values; at most [EventLimits#CONTEXT_KEYS] keys;
///   null if none was sent
/// @param fingerprint by which the client wants the event grouped; empty if it leaves that to us
/// @param source which part of the system it comes from, at most [EventLimits#LABEL] characters
/// @param environment where it runs, `production` if not said
/// @param url where it happened
/// @param userAgent of the client's user
/// @param ipAddress of the client
/// @param scrubbed how many values were taken out of the event, by the name of the rule that found
///   them; empty if none was. Never a client's word
public record ErrorEvent(
        @Nullable EventId eventId,
        @Nullable Instant timestamp,
        Severity severity,
        String message,
        @Nullable String stackTrace,
        @Nullable Map<String, @Nullable Object> context,
        List<String> fingerprint,
        String source,
        String environment,
        @Nullable String url,
        @Nullable String userAgent,
        @Nullable String ipAddress,
        Map<String, Integer> scrubbed) {

    /// The environment of a client that names none.
    public static final String DEFAULT_ENVIRONMENT = "production";

    public ErrorEvent {
        if (context != null) {
            context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
        }
        fingerprint = List.copyOf(fingerprint);
        scrubbed = Collections.unmodifiableMap(new LinkedHashMap<>(scrubbed));
    }

    /// An event as its sender gave it.
    public ErrorEvent(
            @Nullable EventId eventId,
            @Nullable Instant timestamp,
            Severity severity,
            String message,
            @Nullable String stackTrace,
            @Nullable Map<String, @Nullable Object> context,
            List<String> fingerprint,
            String source,
            String environment,
            @Nullable String url,
            @Nullable String userAgent,
            @Nullable String ipAddress) {
        this(
                eventId,
                timestamp,
                severity,
                message,
                stackTrace,
                context,
                fingerprint,
                source,
                environment,
                url,
                userAgent,
                ipAddress,
                Map.of());
    }

    /// The same event as the gateway received it: with its identity, time and sender filled in
    /// where the client said nothing.
    public ErrorEvent received(
            EventId id, Instant now, @Nullable String agent, @Nullable String address) {
        return new ErrorEvent(
                id,
                timestamp == null ? now : timestamp,
                severity,
                message,
                stackTrace,
                context,
                fingerprint,
                source,
                environment,
                url,
                userAgent == null && agent != null
                        ? Texts.limit(agent, EventLimits.ATTRIBUTE)
                        : userAgent,
                ipAddress == null ? address : ipAddress,
                scrubbed);
    }

    /// The same event with other counts of what was taken out.
    public ErrorEvent withScrubbed(Map<String, Integer> counts) {
        return new ErrorEvent(
                eventId,
                timestamp,
                severity,
                message,
                stackTrace,
                context,
                fingerprint,
                source,
                environment,
                url,
                userAgent,
                ipAddress,
                counts);
    }

    /// What of it decides about its group.
    ///
    /// Tags are the texts, numbers and truth values of the context and of its object `tags`. A list
    /// of texts by the name of `fingerprint` in the context stands for the client's own
    /// fingerprint, as some SDKs send it there.
    public GroupingInput groupingInput() {
        return new GroupingInput(
                message,
                stackTrace,
                source,
                environment,
                severity.text(),
                fingerprint.isEmpty() ? Tags.fingerprint(context) : fingerprint,
                Tags.of(context));
    }
}
