package dev.faultline.query.errors;

import dev.faultline.access.ApiKey;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.web.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/errors` and `GET /api/errors/{id}`.
@RestController
class ErrorReadController {

    private final ErrorReads errors;
    private final KeptOccurrences occurrences;

    ErrorReadController(ErrorReads errors, KeptOccurrences occurrences) {
        this.errors = errors;
        this.occurrences = occurrences;
    }

    @GetMapping("/api/errors")
    ResponseEntity<byte[]> list(
            ApiKey key,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String source) {
        ListQuery query = ListQuery.parse(limit, offset, level, source);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(errors.list(key.project(), query));
    }

    @GetMapping("/api/errors/{id}")
    Envelope<ErrorDetail> get(
            ApiKey key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable String wait) {
        GroupId group = ErrorPath.id(id);
        if (receipt == null) {
            return answer(key, errors.get(key.project(), group));
        }
        WaitQuery query = WaitQuery.parse(receipt, wait, key.project(), group);
        return answer(
                key, errors.getIncluding(key.project(), group, query.receipt(), query.atMost()));
    }

    private Envelope<ErrorDetail> answer(ApiKey key, ErrorObject error) {
        return Envelope.of(ErrorDetail.of(error, occurrences.count(key.project(), error.id())));
    }
}
