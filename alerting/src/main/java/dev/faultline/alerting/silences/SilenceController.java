package dev.faultline.alerting.silences;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.event.Uuids;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.Paging;
import dev.faultline.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/alerts/silences`: see, begin and end them.
@RestController
class SilenceController {

    /// Each is looked at for each notice.
    private static final int MOST_ACTIVE = 500;

    private final SilenceRepository silences;
    private final AuditTrail audit;
    private final InstantSource clock;

    SilenceController(SilenceRepository silences, AuditTrail audit, InstantSource clock) {
        this.silences = silences;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param total of all pages
    /// @param page from 1
    record Page(List<SilenceAnswer> silences, int total, long page, int limit) {}

    @GetMapping("/api/alerts/silences")
    Envelope<Page> list(
            ApiKey key,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset) {
        Paging paging = Paging.parse(limit, offset);
        Instant now = clock.instant();
        return Envelope.of(
                new Page(
                        silences.page(key.project(), paging).stream()
                                .map(silence -> SilenceAnswer.of(silence, now))
                                .toList(),
                        silences.count(key.project()),
                        paging.page(),
                        paging.limit()));
    }

    @PostMapping(path = "/api/alerts/silences", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<SilenceAnswer> begin(Actor actor, HttpServletRequest request) {
        Instant now = clock.instant();
        JsonFields body = SettingsBody.readFields(request);
        SilenceRequest wanted = SettingsBody.checked(() -> SilenceRequest.read(body, now));
        if (silences.countActive(actor.project(), now) >= MOST_ACTIVE) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "The project has %d silences: end one first".formatted(MOST_ACTIVE));
        }
        Silence silence =
                new Silence(
                        UUID.randomUUID(),
                        wanted.matchers(),
                        wanted.comment(),
                        actor.member() == null ? actor.name() : actor.member(),
                        now,
                        wanted.endsAt());
        silences.add(actor.project(), silence);
        SilenceAnswer answer = SilenceAnswer.of(silence, now);
        audit.changed(actor, "silence.create", silence.id().toString(), null, answer);
        return Envelope.of(answer);
    }

    @DeleteMapping("/api/alerts/silences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable String id) {
        UUID silence =
                Uuids.parse(id)
                        .orElseThrow(() ->
                                new ApiException(
                                        ProblemType.INVALID_REQUEST, "Invalid UUID format"));
        Silence was =
                silences.remove(actor.project(), silence)
                        .orElseThrow(
                                () -> new ApiException(ProblemType.NOT_FOUND, "Silence not found"));
        audit.changed(actor, "silence.delete", id, SilenceAnswer.of(was, clock.instant()), null);
    }
}
