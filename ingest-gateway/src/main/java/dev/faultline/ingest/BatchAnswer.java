package dev.faultline.ingest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.faultline.web.ErrorEnvelope;
import dev.faultline.web.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The answer to a batch: exact for each entry, also where the whole failed.
///
/// @param httpStatus 201 if all entries were accepted, 207 if some; else 503 or 429 if trying again
///   can help, else 400
/// @param error a sentence, with its [ErrorEnvelope#code]; null unless the whole failed
record BatchAnswer(
        @JsonIgnore HttpStatus httpStatus,
        Data data,
        String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code) {
    record Data(long accepted, long rejected, List<BatchResult> results) {}

    static BatchAnswer of(List<BatchResult> results) {
        long accepted = results.stream().filter(r -> r.has(HttpStatus.CREATED)).count();
        Data data = new Data(accepted, results.size() - accepted, results);
        if (accepted > 0) {
            return new BatchAnswer(
                    accepted == results.size() ? HttpStatus.CREATED : HttpStatus.MULTI_STATUS,
                    data,
                    "success",
                    null,
                    null);
        }
        for (ProblemType temporary : List.of(ProblemType.UNAVAILABLE, ProblemType.RATE_LIMITED)) {
            if (results.stream().anyMatch(r -> r.has(temporary.status()))) {
                return failed(data, temporary, "No entry was accepted: try again later");
            }
        }
        return failed(data, ProblemType.INVALID_REQUEST, "No entry of the batch is valid");
    }

    private static BatchAnswer failed(Data data, ProblemType type, String sentence) {
        ErrorEnvelope error = ErrorEnvelope.of(type, sentence);
        return new BatchAnswer(type.status(), data, error.status(), error.error(), error.code());
    }
}
