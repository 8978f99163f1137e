package dev.faultline.aggregator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.aggregator.transition.Transition;
import dev.faultline.event.DerivedId;
import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.event.EventTime;
import dev.faultline.event.MintedId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.RawKey;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import dev.faultline.group.Routing;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.project.EventPreparation;
import dev.faultline.project.PreparedEvent;
import dev.faultline.topic.RawHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Reads raw records: whose event, which id, which fingerprint. What nobody has scrubbed yet is
/// scrubbed here.
final class RawReader {

    private final String rawTopic;
    private final EventPreparation preparation;
    private final Transition transition;

    /// @param rawTopic whose partitions and offsets derived ids spell
    /// @param transition from the grouping before
    RawReader(String rawTopic, EventPreparation preparation, Transition transition) {
        this.rawTopic = rawTopic;
        this.preparation = preparation;
        this.transition = transition;
    }

    /// What became of a record.
    sealed interface Reading {

        /// It holds an event.
        record Usable(RawEvent event) implements Reading {}

        /// It holds none.
        ///
        /// @param project null if the header does not name a possible one
        /// @param eventId null if there is none that can be read
        record Unusable(String reason, @Nullable ProjectId project, @Nullable EventId eventId)
                implements Reading {}
    }

    Reading read(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Place place) {
        Optional<RawKey> rawKey =
                key == null ? Optional.empty() : RawKey.parse(new String(key, UTF_8));
        @Nullable EventId keyId = rawKey.map(RawKey::eventId).orElse(null);
        ProjectId project;
        try {
            project = project(headers);
        } catch (IllegalArgumentException e) {
            return new Reading.Unusable("header project: " + e.getMessage(), null, keyId);
        }
        String schema =
                RawHeaders.text(headers, RawHeaders.SCHEMA_VERSION)
                        .orElse(RawHeaders.CURRENT_SCHEMA);
        if (!schema.equals(RawHeaders.CURRENT_SCHEMA)) {
            return new Reading.Unusable(
                    "schema_version is not 1, the only one known", project, keyId);
        }
        if (value == null) {
            return new Reading.Unusable("the record has no value", project, keyId);
        }
        return switch (EventJson.readRecord(value)) {
            case EventReading.Rejected rejected ->
                    new Reading.Unusable(rejected.reason(), project, keyId);
            case EventReading.Accepted accepted ->
                    new Reading.Usable(event(project, rawKey, accepted.event(), headers, place));
        };
    }

    /// The reading of a record that must not be looked into.
    static Reading.Unusable unusable(String reason, byte @Nullable [] key, Headers headers) {
        @Nullable EventId keyId =
                Optional.ofNullable(key)
                        .flatMap(k -> RawKey.parse(new String(k, UTF_8)))
                        .map(RawKey::eventId)
                        .orElse(null);
        try {
            return new Reading.Unusable(reason, project(headers), keyId);
        } catch (IllegalArgumentException e) {
            return new Reading.Unusable(reason, null, keyId);
        }
    }

    private static ProjectId project(Headers headers) {
        return RawHeaders.text(headers, RawHeaders.PROJECT)
                .map(ProjectId::new)
                .orElse(ProjectId.DEFAULT);
    }

    private RawEvent event(
            ProjectId project,
            Optional<RawKey> key,
            ErrorEvent sent,
            Headers headers,
            Place place) {
        Optional<Fingerprint> answered = RawHeaders.fingerprint(headers);
        PreparedEvent prepared = prepared(project, sent, headers, answered);
        ErrorEvent event = prepared.event();
        Fact fact =
                new Fact(
                        1,
                        project,
                        prepared.fingerprint(),
                        event.severity(),
                        event.source(),
                        event.environment(),
                        EventTime.clamp(event.timestamp(), place.appendTime()),
                        place.appendTime(),
                        place.position(),
                        routing(project, prepared, answered, place));
        return new RawEvent(event, identity(project, key, event.eventId(), place), fact);
    }

    /// The gateway's work, where it was done by the version and the settings that are in force
    /// here; else our own.
    private PreparedEvent prepared(
            ProjectId project, ErrorEvent sent, Headers headers, Optional<Fingerprint> answered) {
        OptionalLong revision = RawHeaders.settingsRevision(headers);
        return answered.filter(fingerprint -> fingerprint.version() == Grouping.version())
                .filter(_ ->
                        revision.isPresent()
                                && revision.getAsLong() == preparation.revision(project))
                .map(fingerprint -> new PreparedEvent(sent, fingerprint, revision.getAsLong()))
                .orElseGet(() -> preparation.prepare(project, sent));
    }

    private Routing routing(
            ProjectId project,
            PreparedEvent prepared,
            Optional<Fingerprint> answered,
            Place place) {
        Optional<Fingerprint> former =
                transition.formerFingerprint(
                        prepared.event()::groupingInput, answered, place.appendTime());
        Optional<GroupId> otherId =
                answered.filter(other -> !other.value().equals(prepared.fingerprint().value()))
                        .map(other -> GroupId.of(project, other));
        return former.isEmpty() && otherId.isEmpty()
                ? Routing.PLAIN
                : new Routing(Routing.Step.HOME, former.orElse(null), otherId.orElse(null));
    }

    /// The body's id counts; where it has none, the key's; where that is not in our form, one
    /// derived from the record's place.
    private RawEvent.Identity identity(
            ProjectId project, Optional<RawKey> key, @Nullable EventId bodyId, Place place) {
        Optional<RawKey> ours = key.filter(k -> k.project().equals(project));
        EventId id = bodyId != null ? bodyId : ours.map(RawKey::eventId).orElse(null);
        if (id == null) {
            EventId derived =
                    DerivedId.of(rawTopic, place.position().lane(), place.position().offset());
            return new RawEvent.Derived(
                    derived, new RawKey(project, RawKey.Origin.CLIENT, derived));
        }
        boolean minted =
                ours.isPresent()
                        && ours.get().origin() == RawKey.Origin.GATEWAY
                        && ours.get().eventId().equals(id)
                        && MintedId.mintedAt(id).isPresent();
        return minted
                ? new RawEvent.Minted(id, new RawKey(project, RawKey.Origin.GATEWAY, id))
                : new RawEvent.Given(id, new RawKey(project, RawKey.Origin.CLIENT, id));
    }

    /// Where a record stands, and since when.
    record Place(RawPosition position, Instant appendTime) {}
}
