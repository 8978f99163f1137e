package dev.faultline.ingest;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventLimits;
import dev.faultline.event.EventReading;
import dev.faultline.event.ProjectId;
import dev.faultline.web.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Publishes the entries of one batch side by side. Used by one thread, once.
final class Batch {
    private final ProjectId project;
    private final Sender sender;
    private final Reception reception;
    private final RawPublisher publisher;
    private final String topic;
    private Publication.@Nullable Failed kafkaAway;

    Batch(
            ProjectId project,
            Sender sender,
            Reception reception,
            RawPublisher publisher,
            String topic) {
        this.project = project;
        this.sender = sender;
        this.reception = reception;
        this.publisher = publisher;
        this.topic = topic;
    }

    /// One result for each entry, in their order, when the last is known.
    List<BatchResult> publish(byte[] body, List<Slice> slices) {
        List<Entry> entries = slices.stream().map(slice -> publish(body, slice)).toList();
        List<BatchResult> results = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            results.add(result(results.size(), entry));
        }
        return results;
    }

    private Entry publish(byte[] body, Slice slice) {
        if (slice.length() > EventLimits.BODY_BYTES) {
            return new Entry.Refused(
                    new Publication.Failed(
                            ProblemType.PAYLOAD_TOO_LARGE,
                            "The entry is too large: at most %d bytes are allowed"
                                    .formatted(EventLimits.BODY_BYTES)));
        }
        return switch (EventJson.read(slice.of(body))) {
            case EventReading.Rejected(String reason) ->
                    new Entry.Refused(new Publication.Failed(ProblemType.INVALID_REQUEST, reason));
            case EventReading.Accepted(ErrorEvent event) -> publish(event);
        };
    }

    private Entry publish(ErrorEvent event) {
        if (kafkaAway != null) {
            return new Entry.Refused(kafkaAway);
        }
        RawEvent raw = reception.receive(project, event, Optional.empty(), sender);
        CompletableFuture<Publication> publication = publisher.publish(raw.record(topic));
        // A refusal at once may have cost max.block.ms: once is enough.
        if (publication.isDone()
                && publication.join() instanceof Publication.Failed failed
                && failed.type() == ProblemType.UNAVAILABLE) {
            kafkaAway = failed;
        }
        return new Entry.Sent(raw.identity(), publication);
    }

    private BatchResult result(int index, Entry entry) {
        return switch (entry) {
            case Entry.Refused(var failure) -> BatchResult.of(index, failure);
            case Entry.Sent(var identity, var publication) ->
                    switch (publisher.await(publication)) {
                        case Publication.Failed failure -> BatchResult.of(index, failure);
                        case Publication.Appended(var position, var _) ->
                                BatchResult.of(index, identity, position);
                    };
        };
    }

    /// An entry between its reading and its result.
    private sealed interface Entry {
        record Refused(Publication.Failed failure) implements Entry {}

        record Sent(Identity identity, CompletableFuture<Publication> publication)
                implements Entry {}
    }
}
