package dev.faultline.query.cache;

import dev.faultline.event.ProjectId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whole answers, as the bytes that are sent. Thread-safe.
///
/// Each request is counted in `faultline.cache.requests` with its kind of answer and its result: a
/// `hit`, a `miss`, or a `bypass` where Redis could not say.
public final class AnswerCache {

    private final Redis redis;
    private final CacheKeys keys;
    private final Generations generations;
    private final CacheSettings settings;
    private final MeterRegistry meters;

    AnswerCache(
            Redis redis,
            CacheKeys keys,
            Generations generations,
            CacheSettings settings,
            MeterRegistry meters) {
        this.redis = redis;
        this.keys = keys;
        this.generations = generations;
        this.settings = settings;
        this.meters = meters;
    }

    /// The cached answer, or a fresh one that is cached then. It is forgotten when the project's
    /// data changes.
    ///
    /// The generation is asked for before the data is read: if the data changes meanwhile, the
    /// answer is stored where nobody looks any more.
    ///
    /// @param question what was asked, unambiguous within the project and the kind of answer
    public byte[] get(
            CachedAnswer kind, ProjectId project, String question, Supplier<byte[]> answer) {
        Optional<String> key =
                generations
                        .current(project)
                        .map(generation -> keys.answer(kind, project, generation, question));
        return get(kind, key, answer);
    }

    /// The same for an answer about the installation, which no change of a project's data touches.
    ///
    /// @param question what was asked, unambiguous within the kind of answer
    public byte[] getShared(CachedAnswer kind, String question, Supplier<byte[]> answer) {
        return get(kind, Optional.of(keys.sharedAnswer(kind, question)), answer);
    }

    private byte[] get(CachedAnswer kind, Optional<String> key, Supplier<byte[]> answer) {
        if (key.isEmpty()) {
            count(kind, "bypass");
            return answer.get();
        }
        Optional<List<byte[]>> cached = redis.getAll(List.of(key.get()));
        if (cached.isPresent()) {
            count(kind, "hit");
            return cached.get().getFirst();
        }
        count(kind, "miss");
        byte[] fresh = answer.get();
        if (fresh.length <= settings.maxBody().toBytes()) {
            redis.setAll(List.of(key.get()), fresh, settings.ttl(kind));
        }
        return fresh;
    }

    private void count(CachedAnswer kind, String result) {
        meters.counter("faultline.cache.requests", "answer", kind.text(), "result", result)
                .increment();
    }
}
