package dev.faultline.ingest;

import dev.faultline.access.ApiKey;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.group.ErrorObject;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.web.ApiException;
import dev.faultline.web.Credential;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/errors`. A 201 says that Kafka has the event, whatever else fails.
@RestController
class EventController {
    private final BodyReader bodies;
    private final Reception reception;
    private final RawPublisher publisher;
    private final GroupLookup groups;
    private final IngestMeters meters;
    private final String topic;

    EventController(
            BodyReader bodies,
            Reception reception,
            RawPublisher publisher,
            GroupLookup groups,
            IngestMeters meters,
            TopicCatalog topics) {
        this.bodies = bodies;
        this.reception = reception;
        this.publisher = publisher;
        this.groups = groups;
        this.meters = meters;
        this.topic = topics.raw().name();
    }

    // `produces` refuses a caller who can't read the answer before the event is published.
    @PostMapping(
            path = "/api/errors",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/*+json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Envelope<CreatedError>> create(HttpServletRequest request, ApiKey key) {
        CreatedError created;
        try (Body body = bodies.read(request, BodyLimits.EVENT)) {
            created = publish(receive(request, key, body));
        } catch (ApiException e) {
            meters.rejected(e.type());
            throw e;
        }
        meters.accepted(1);
        return answer(request, created);
    }

    private CreatedError publish(RawEvent event) {
        return switch (publisher.await(publisher.publish(event.record(topic)))) {
            case Publication.Failed(ProblemType type, String reason) ->
                    throw new ApiException(type, reason);
            case Publication.Appended appended -> CreatedError.of(event, appended);
        };
    }

    private RawEvent receive(HttpServletRequest request, ApiKey key, Body body) {
        try {
            return switch (EventJson.read(body.bytes())) {
                case EventReading.Rejected(String reason) ->
                        throw new ApiException(ProblemType.INVALID_REQUEST, reason);
                case EventReading.Accepted(var event) ->
                        reception.receive(
                                key.project(),
                                event,
                                IdempotencyKey.parse(
                                        Collections.list(
                                                request.getHeaders(IdempotencyKey.HEADER))),
                                Sender.of(request));
            };
        } catch (IllegalArgumentException e) {
            throw new ApiException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<Envelope<CreatedError>> answer(
            HttpServletRequest request, CreatedError created) {
        var answer = ResponseEntity.status(HttpStatus.CREATED);
        Optional<Integer> wait =
                WaitPreference.seconds(Collections.list(request.getHeaders("Prefer")));
        Optional<ErrorObject> state =
                wait.flatMap(seconds ->
                        Credential.of(request)
                                .flatMap(caller -> groups.await(created, seconds, caller)));
        if (state.isEmpty()) {
            return answer.body(Envelope.of(created));
        }
        return answer.header("Preference-Applied", "wait=" + wait.orElseThrow())
                .body(Envelope.of(created.with(state.get())));
    }
}
