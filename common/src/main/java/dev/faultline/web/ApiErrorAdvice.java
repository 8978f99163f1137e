package dev.faultline.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns every exception into the API's error envelope.
@RestControllerAdvice
class ApiErrorAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(ApiErrorAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    // Said outright, so that a caller who accepts no JSON gets to know what is wrong all the same.
    private static final MediaType JSON = MediaType.APPLICATION_JSON;

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> handle(ApiException e) {
        if (e.getCause() != null) {
            LOGGER.warn("Answered {}: {}", e.type(), e.getMessage(), e.getCause());
        }
        var answer = ResponseEntity.status(e.type().status()).contentType(JSON);
        retryAfter(e).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.body(ErrorEnvelope.of(e.type(), String.valueOf(e.getMessage()), e.details()));
    }

    /// In whole seconds, rounded up.
    private static Optional<String> retryAfter(ApiException e) {
        Duration known = e.retryAfter();
        if (known != null) {
            return Optional.of(Long.toString(Math.ceilDiv(known.toMillis(), 1_000)));
        }
        return e.type() == ProblemType.UNAVAILABLE
                ? Optional.of(RETRY_AFTER_SECONDS)
                : Optional.empty();
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> handle(RuntimeException e) {
        LOGGER.error("Answered 500", e);
        return ResponseEntity.internalServerError()
                .contentType(JSON)
                .body(
                        ErrorEnvelope.of(
                                ProblemType.INTERNAL,
                                "Internal error: the server's log says more"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemType type = ProblemType.of(status.value());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(JSON)
                .body(ErrorEnvelope.of(type, sentence(e, type)));
    }

    private static String sentence(Exception e, ProblemType type) {
        return switch (e) {
            case NoHandlerFoundException _, NoResourceFoundException _ -> "No such path";
            case HttpRequestMethodNotSupportedException method ->
                    "Method %s is not allowed here".formatted(method.getMethod());
            case HttpMediaTypeNotSupportedException _ -> "Content-Type must be application/json";
            case HttpMessageNotReadableException _ -> "Malformed JSON";
            default -> type.status().getReasonPhrase();
        };
    }
}
