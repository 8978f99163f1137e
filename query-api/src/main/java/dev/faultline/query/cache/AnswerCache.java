package dev.faultline.query.cache;

import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whole answers, as the bytes that are sent. Thread-safe.
public final class AnswerCache {

    private final Redis redis;
    private final CacheKeys keys;
    private final Generations generations;
    private final Duration ttl;
    private final long maxBytes;

    AnswerCache(Redis redis, CacheKeys keys, Generations generations, CacheSettings settings) {
        this.redis = redis;
        this.keys = keys;
        this.generations = generations;
        this.ttl = settings.errorListTtl();
        this.maxBytes = settings.maxBody().toBytes();
    }

    /// The cached answer, or a fresh one that is cached then.
    ///
    /// The generation is asked for before the data is read: if the data changes meanwhile, the
    /// answer is stored where nobody looks any more.
    ///
    /// @param question what was asked, unambiguous within the project
    public byte[] get(ProjectId project, String question, Supplier<byte[]> answer) {
        Optional<String> generation = generations.current(project);
        if (generation.isEmpty()) {
            return answer.get();
        }
        List<String> key = List.of(keys.answer(project, generation.get(), question));
        Optional<List<byte[]>> cached = redis.getAll(key);
        if (cached.isPresent()) {
            return cached.get().getFirst();
        }
        byte[] fresh = answer.get();
        if (fresh.length <= maxBytes) {
            redis.setAll(key, fresh, ttl);
        }
        return fresh;
    }
}
