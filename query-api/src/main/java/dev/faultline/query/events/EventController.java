package dev.faultline.query.events;

import dev.faultline.access.ApiKey;
import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.group.Receipt;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/events/{event_id}`; a receipt does as well.
@RestController
class EventController {

    private final EventReports reports;

    EventController(EventReports reports) {
        this.reports = reports;
    }

    /// An event id may hold slashes.
    @GetMapping("/api/events/{*id}")
    Envelope<EventReport> get(ApiKey key, @PathVariable String id) {
        return Envelope.of(
                report(key.project(), id.substring(1))
                        .orElseThrow(
                                () -> new ApiException(ProblemType.NOT_FOUND, "Event not found")));
    }

    private Optional<EventReport> report(ProjectId project, String id) {
        Optional<Receipt> receipt = Receipt.parse(id);
        return receipt.isPresent()
                ? reports.report(project, receipt.get())
                : reports.report(project, eventId(id));
    }

    private static EventId eventId(String text) {
        try {
            return new EventId(text);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
