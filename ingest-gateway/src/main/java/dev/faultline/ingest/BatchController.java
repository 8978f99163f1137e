package dev.faultline.ingest;

import dev.faultline.access.ApiKey;
import dev.faultline.limit.Charge;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import dev.faultline.web.Quota;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/errors/batch`: many events in one request, each accepted or refused on its own.
///
/// Each entry counts against the caller's rate limit, also one that turns out to be invalid. Those
/// that fit are published, the first ones of the batch; the others are answered with 429 each.
@RestController
class BatchController {
    private static final String RETRY_AFTER_SECONDS = "1";

    private final BodyReader bodies;
    private final Reception reception;
    private final RawPublisher publisher;
    private final IngestMeters meters;
    private final String topic;

    BatchController(
            BodyReader bodies,
            Reception reception,
            RawPublisher publisher,
            IngestMeters meters,
            TopicCatalog topics) {
        this.bodies = bodies;
        this.reception = reception;
        this.publisher = publisher;
        this.meters = meters;
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
            // The request was charged for the first entry.
            Charge others = Quota.of(request).charge(entries.size() - 1);
            Batch batch = new Batch(key.project(), Sender.of(request), reception, publisher, topic);
            List<BatchResult> results =
                    new ArrayList<>(
                            batch.publish(body.bytes(), entries.subList(0, 1 + others.admitted())));
            while (results.size() < entries.size()) {
                results.add(BatchResult.of(results.size(), overLimit(others)));
            }
            meters.batch(results);
            return answer(BatchAnswer.of(results), others);
        } catch (ApiException e) {
            meters.rejected(e.type());
            throw e;
        }
    }

    private static Publication.Failed overLimit(Charge charge) {
        return new Publication.Failed(ProblemType.RATE_LIMITED, charge.sentence());
    }

    private static ResponseEntity<BatchAnswer> answer(BatchAnswer answer, Charge others) {
        var response = ResponseEntity.status(answer.httpStatus());
        if (answer.httpStatus() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        } else if (others.refused() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, Integer.toString(others.retryAfter()));
        }
        return response.body(answer);
    }
}
