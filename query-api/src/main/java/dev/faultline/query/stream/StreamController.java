package dev.faultline.query.stream;

import dev.faultline.access.ApiKey;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.query.errors.ErrorPath;
import dev.faultline.query.errors.ErrorReads;
import dev.faultline.query.stream.LiveStream.Subscription;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/events/stream`.
@RestController
class StreamController {

    static final String PATH = "/api/events/stream";
    private static final Logger LOGGER = LoggerFactory.getLogger(StreamController.class);

    private final LiveStream stream;
    private final ErrorReads errors;
    private final Predicate<ApiKey> isValid;

    /// @param isValid whether a key may still be used that a stream was opened with
    StreamController(LiveStream stream, ErrorReads errors, Predicate<ApiKey> isValid) {
        this.stream = stream;
        this.errors = errors;
        this.isValid = isValid;
    }

    /// Stays in the request, on its virtual thread, until one of the two sides ends it.
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void listen(
            ApiKey key,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(required = false) @Nullable String group,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
            HttpServletRequest request,
            HttpServletResponse response) {
        StreamFilter filter =
                StreamFilter.parse(key.project(), level, source, environment, group(key, group));
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            return;
        }
        try (Subscription subscription = stream.subscribe(key, filter, emptyToNull(lastId))) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            // To proxies such as nginx: pass on what there is.
            response.setHeader("X-Accel-Buffering", "no");
            new StreamWriter(subscription.listener(), () -> isValid.test(key))
                    .write(response.getOutputStream());
        } catch (IOException e) {
            LOGGER.debug("A listener is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The group itself where an alias is given; an id that leads nowhere as it is, since its group
    /// may be about to begin.
    private @Nullable GroupId group(ApiKey key, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        GroupId asked = ErrorPath.id(id);
        return errors.find(key.project(), asked).map(ErrorObject::id).orElse(asked);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
