package dev.faultline.audit;

import dev.faultline.json.Json;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes down who changed what. Thread-safe.
///
/// A change that is made stands, also if its line can't be written: the server's log has it then.
public final class AuditTrail {

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditTrail.class);

    private final Sink sink;
    private final InstantSource clock;
    private final DenialLimit denials;

    public AuditTrail(Sink sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
        this.denials = new DenialLimit(clock);
    }

    /// Where the lines go. Must not block for long.
    @FunctionalInterface
    public interface Sink {

        /// @param project the line's key
        /// @return done when the line is safe
        CompletableFuture<?> send(String project, byte[] json);
    }

    /// Takes down a change, after it is made. Returns when the line is safe, or lost.
    ///
    /// @param action such as `api_key.create`
    /// @param before what can be written as JSON; secrets are left out. Null if there was nothing
    /// @param after null if there is nothing any more
    public void changed(
            Actor actor,
            String action,
            String object,
            @Nullable Object before,
            @Nullable Object after) {
        AuditEntry entry = entry(actor, action, object, AuditEntry.DONE, before, after);
        try {
            send(entry).join();
        } catch (CompletionException _) {
            // It is logged, and the caller can't undo the change.
        }
    }

    /// Takes down that somebody was refused, a thousand a minute at most and the same only once.
    ///
    /// @param action the route
    public void denied(Actor actor, String action) {
        if (denials.isNew(actor.key() + " " + action)) {
            var _ = send(entry(actor, action, "", AuditEntry.DENIED, null, null));
        }
    }

    private AuditEntry entry(
            Actor actor,
            String action,
            String object,
            String result,
            @Nullable Object before,
            @Nullable Object after) {
        return new AuditEntry(
                UUID.randomUUID().toString(),
                clock.instant(),
                actor,
                action,
                object,
                result,
                before == null ? null : Redaction.of(Json.mapper().valueToTree(before)),
                after == null ? null : Redaction.of(Json.mapper().valueToTree(after)));
    }

    private CompletableFuture<?> send(AuditEntry entry) {
        return sink.send(entry.actor().project().value(), entry.toJson())
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOGGER.error(
                                "The audit log misses {}: {} {} by key {}, {}",
                                entry.id(),
                                entry.action(),
                                entry.object(),
                                entry.actor().key(),
                                entry.result(),
                                failure);
                    }
                });
    }
}
