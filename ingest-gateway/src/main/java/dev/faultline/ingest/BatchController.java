package dev.faultline.ingest;

import dev.faultline.access.ApiKey;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/errors/batch`: many events in one request, each accepted or refused on its own.
@RestController
class BatchController {
    private static final String RETRY_AFTER_SECONDS = "1";

    private final BodyReader bodies;
    private final Reception reception;
    private final RawPublisher publisher;
    private final String topic;

    BatchController(
            BodyReader bodies, Reception reception, RawPublisher publisher, TopicCatalog topics) {
        this.bodies = bodies;
        this.reception = reception;
        this.publisher = publisher;
        this.topic = topics.raw().name();
    }

    @PostMapping(
            path = "/api/errors/batch",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchAnswer> createFromArray(HttpServletRequest request, ApiKey key) {
        return create(request, key, BatchSplitter::array);
    }

    @PostMapping(
            path = "/api/errors/batch",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchAnswer> createFromLines(HttpServletRequest request, ApiKey key) {
        return create(request, key, BatchSplitter::lines);
    }

    private ResponseEntity<BatchAnswer> create(
            HttpServletRequest request, ApiKey key, Function<byte[], List<Slice>> splitter) {
        if (request.getHeader(IdempotencyKey.HEADER) != null) {
            throw new ApiException(
                    ProblemType.INVALID_REQUEST,
                    "%s names one event: give the entries of a batch an event_id each"
                            .formatted(IdempotencyKey.HEADER));
        }
        try (Body body = bodies.read(request, BodyLimits.BATCH)) {
            List<Slice> entries = splitter.apply(body.bytes());
            if (entries.isEmpty()) {
                throw new ApiException(ProblemType.INVALID_REQUEST, "The batch is empty");
            }
            Batch batch = new Batch(key.project(), Sender.of(request), reception, publisher, topic);
            return answer(BatchAnswer.of(batch.publish(body.bytes(), entries)));
        }
    }

    private static ResponseEntity<BatchAnswer> answer(BatchAnswer answer) {
        var response = ResponseEntity.status(answer.httpStatus());
        if (answer.httpStatus() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.body(answer);
    }
}
