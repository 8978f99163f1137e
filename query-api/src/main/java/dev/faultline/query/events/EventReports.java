package dev.faultline.query.events;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import dev.faultline.group.Receipt;
import dev.faultline.query.aliases.Aliases;
import dev.faultline.query.events.EventReport.Place;
import dev.faultline.query.events.EventReport.Status;
import dev.faultline.query.events.EventRepository.Standing;
import dev.faultline.query.events.EventRepository.Uncounted;
import dev.faultline.query.progress.LogOffsets;
import dev.faultline.query.progress.LogUnavailableException;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Says how far an event has come. The tables are asked before the log is searched.
final class EventReports {

    private final EventRepository events;
    private final EventSearch search;
    private final LogOffsets offsets;
    private final RawLog log;
    private final TopicCatalog topics;
    private final Aliases aliases;

    EventReports(
            EventRepository events,
            EventSearch search,
            LogOffsets offsets,
            RawLog log,
            TopicCatalog topics,
            Aliases aliases) {
        this.aliases = aliases;
        this.log = log;
        this.events = events;
        this.search = search;
        this.offsets = offsets;
        this.topics = topics;
    }

    /// Empty if the receipt is none of this project.
    Optional<EventReport> report(ProjectId project, Receipt receipt) {
        return Optional.of(receipt)
                .filter(r -> r.project().equals(project))
                .filter(r -> r.position().lane() < 2 * topics.partitions())
                .map(r -> new LocatedEvent(r.eventId(), r.position(), Optional.of(r.groupId())))
                .map(event -> report(project, event));
    }

    /// Empty if there is no such event, or none that can be found within the bounds of a search.
    Optional<EventReport> report(ProjectId project, EventId id) {
        Optional<LocatedEvent> shown = events.shown(project, id);
        if (shown.isPresent()) {
            return shown.map(event -> report(project, event));
        }
        return events.uncounted(project, id)
                .map(uncounted -> report(project, id, uncounted))
                .or(() -> search.find(project, id).map(event -> report(project, event)));
    }

    private EventReport report(ProjectId project, LocatedEvent event) {
        return events.uncounted(project, event.position())
                .map(uncounted -> report(project, event.eventId(), uncounted))
                .orElseGet(() ->
                        report(
                                project,
                                event.eventId(),
                                event.position(),
                                status(project, event),
                                event.groupId().orElse(null),
                                null));
    }

    private EventReport report(ProjectId project, EventId id, Uncounted uncounted) {
        return report(
                project,
                id,
                uncounted.position(),
                uncounted.duplicate() ? Status.DEDUPLICATED : Status.DEAD_LETTERED,
                uncounted.groupId().orElse(null),
                uncounted.reason());
    }

    private EventReport report(
            ProjectId project,
            EventId id,
            RawPosition position,
            Status status,
            @Nullable GroupId group,
            @Nullable String reason) {
        String receipt = group == null ? null : new Receipt(project, id, group, position).text();
        TopicPartition partition = log.partition(position);
        return new EventReport(
                id,
                status,
                group,
                reason,
                receipt,
                new Place(partition.topic(), partition.partition(), position.offset()));
    }

    private Status status(ProjectId project, LocatedEvent event) {
        if (event.groupId().isEmpty()) {
            return Status.ACCEPTED;
        }
        Optional<Standing> standing =
                aliases.find(
                                project,
                                event.groupId().get(),
                                group -> events.standing(project, group))
                        .filter(s -> event.position().isAppliedIn(s.positions()));
        if (standing.isPresent()) {
            return standing.get().visible() ? Status.VISIBLE : Status.GROUPED;
        }
        return isAggregated(event.position()) ? Status.GROUPED : Status.ACCEPTED;
    }

    private boolean isAggregated(RawPosition position) {
        try {
            return offsets.aggregated().getOrDefault(log.partition(position), 0L)
                    > position.offset();
        } catch (LogUnavailableException e) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "Kafka does not answer: try again shortly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ProblemType.UNAVAILABLE, "The server is stopping", e);
        }
    }
}
