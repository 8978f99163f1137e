package dev.faultline.query.errors;

import dev.faultline.event.ProjectId;
import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.group.Receipt;
import dev.faultline.json.Json;
import dev.faultline.query.aliases.Aliases;
import dev.faultline.query.cache.AnswerCache;
import dev.faultline.query.cache.CachedAnswer;
import dev.faultline.query.errors.ErrorRepository.Standing;
import dev.faultline.query.progress.Waits;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.util.Optional;

/// Reads that keep their promise: an id that was answered once is found.
public final class ErrorReads {

    private static final Duration PAYLOAD_WAIT = Duration.ofSeconds(1);

    private final ErrorRepository errors;
    private final AnswerCache cache;
    private final Waits waits;
    private final Aliases aliases;

    ErrorReads(ErrorRepository errors, AnswerCache cache, Waits waits, Aliases aliases) {
        this.errors = errors;
        this.aliases = aliases;
        this.cache = cache;
        this.waits = waits;
    }

    /// The body of the answer, perhaps from the cache.
    byte[] list(ProjectId project, ListQuery query) {
        return cache.get(
                CachedAnswer.ERROR_LIST,
                project,
                query.cacheKey(),
                () -> Json.mapper().writeValueAsBytes(Envelope.of(errors.page(project, query))));
    }

    /// Waits, if there is no such error, until all that was in the log is projected.
    ///
    /// @throws ApiException `404` if there is none then either
    public ErrorObject get(ProjectId project, GroupId id) {
        return find(project, id)
                .or(() -> waits.untilLogPassed(() -> find(project, id)))
                .or(() -> awaitPayload(project, id))
                .orElseThrow(ErrorReads::notFound);
    }

    /// A group that is there, but whose payload is still being fetched.
    private Optional<ErrorObject> awaitPayload(ProjectId project, GroupId id) {
        return standing(project, id)
                .filter(standing -> !standing.deleted())
                .flatMap(_ -> waits.atMost(PAYLOAD_WAIT, () -> find(project, id)));
    }

    /// The error as it is projected, at once.
    public Optional<ErrorObject> find(ProjectId project, GroupId id) {
        return aliases.find(project, id, group -> errors.find(project, group));
    }

    private Optional<Standing> standing(ProjectId project, GroupId id) {
        return aliases.find(project, id, group -> errors.standing(project, group));
    }

    /// Waits until the error includes the event of this receipt.
    ///
    /// @throws ApiException `503` if it does not in time, `404` if the error was deleted since
    ErrorObject getIncluding(ProjectId project, GroupId id, Receipt receipt, Duration atMost) {
        Standing standing =
                waits.atMost(
                                atMost,
                                () ->
                                        standing(project, id)
                                                .filter(s ->
                                                        receipt.position()
                                                                .isAppliedIn(s.positions()))
                                                .filter(s -> s.visible() || s.deleted()))
                        .orElseThrow(() ->
                                new ApiException(
                                        ProblemType.UNAVAILABLE,
                                        "The event is accepted, but not yet visible: try again shortly"));
        return Optional.of(standing)
                .filter(Standing::visible)
                .flatMap(_ -> find(project, id))
                .orElseThrow(ErrorReads::notFound);
    }

    private static ApiException notFound() {
        return new ApiException(ProblemType.NOT_FOUND, "Error not found");
    }
}
