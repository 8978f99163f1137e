package dev.faultline.alerting.incidents;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.event.Uuids;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/alerts/incidents`: see, open and change them, and say something about them.
@RestController
class IncidentController {

    private static final String ALL = "/api/alerts/incidents";
    private static final String ONE = ALL + "/{id}";

    private final IncidentRepository repository;
    private final Desk desk;

    IncidentController(IncidentRepository repository, Desk desk) {
        this.repository = repository;
        this.desk = desk;
    }

    /// @param total of all pages
    /// @param page from 1
    record Page(List<IncidentAnswer> incidents, int total, long page, int limit) {}

    @GetMapping(ALL)
    Envelope<Page> list(
            ApiKey key,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(name = "rule_id", required = false) @Nullable String ruleId) {
        IncidentQuery query = IncidentQuery.parse(limit, offset, status, severity, ruleId);
        return Envelope.of(
                new Page(
                        repository.page(key.project(), query).stream()
                                .map(IncidentAnswer::of)
                                .toList(),
                        repository.count(key.project(), query),
                        query.paging().page(),
                        query.paging().limit()));
    }

    @GetMapping(ONE)
    Envelope<IncidentAnswer.Detail> get(ApiKey key, @PathVariable String id) {
        Incident incident = desk.find(key.project(), id(id));
        return Envelope.of(
                new IncidentAnswer.Detail(
                        IncidentAnswer.of(incident), repository.timeline(incident.id())));
    }

    @PostMapping(path = ALL, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<IncidentAnswer> open(Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        IncidentFields fields = SettingsBody.checked(() -> IncidentRequest.open(body));
        return Envelope.of(IncidentAnswer.of(desk.open(actor, fields)));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<IncidentAnswer> edit(
            Actor actor, @PathVariable String id, HttpServletRequest request) {
        UUID incident = id(id);
        JsonFields body = SettingsBody.readFields(request);
        IncidentEdit edit = SettingsBody.checked(() -> IncidentRequest.edit(body));
        return Envelope.of(IncidentAnswer.of(desk.edit(actor, incident, edit)));
    }

    @PostMapping(path = ONE + "/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<TimelineEntry> comment(
            Actor actor, @PathVariable String id, HttpServletRequest request) {
        UUID incident = id(id);
        JsonFields body = SettingsBody.readFields(request);
        String text = SettingsBody.checked(() -> IncidentRequest.comment(body));
        return Envelope.of(desk.comment(actor, incident, text));
    }

    private static UUID id(String text) {
        return Uuids.parse(text)
                .orElseThrow(
                        () -> new ApiException(ProblemType.INVALID_REQUEST, "Invalid UUID format"));
    }
}
