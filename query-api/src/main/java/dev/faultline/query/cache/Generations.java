package dev.faultline.query.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.faultline.event.ProjectId;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What state of the data a cached answer belongs to. An answer of an old generation is never found
/// again.
///
/// A generation is a random token, not a number counted up: one that Redis lost (it was flushed, or
/// short of memory) can then never come back and revive old answers.
///
/// Thread-safe.
public final class Generations {

    private static final int TOKEN_BYTES = 12;

    private final Redis redis;
    private final CacheKeys keys;
    private final RandomGenerator random;

    /// The generation keys that should be new by now, as far as Redis has not yet said that they
    /// are; with the number of the renewal that asked for it. Until then nothing is read from the
    /// cache for them.
    private final Map<String, Long> overdue = new ConcurrentHashMap<>();

    private final AtomicLong renewals = new AtomicLong();

    Generations(Redis redis, CacheKeys keys, RandomGenerator random) {
        this.redis = redis;
        this.keys = keys;
        this.random = random;
    }

    /// The generation to read and store answers of this project under; empty if there is none now.
    /// To be asked before the data is read.
    Optional<String> current(ProjectId project) {
        List<String> names = List.of(keys.generation(), keys.generation(project));
        if (!overdue.isEmpty() && !retry(names)) {
            return Optional.empty();
        }
        Optional<String> generation =
                redis.getAll(names)
                        .map(tokens ->
                                new String(tokens.getFirst(), US_ASCII)
                                        + new String(tokens.getLast(), US_ASCII));
        if (generation.isEmpty()) {
            redis.setMissing(names, token(), CacheKeys.GENERATION_TTL);
        }
        return generation;
    }

    /// To be called after the data of these projects has changed.
    public void renew(Collection<ProjectId> projects) {
        renewKeys(
                Stream.concat(projects.stream().map(keys::generation), overdue.keySet().stream())
                        .distinct()
                        .toList());
    }

    /// To be called when data of any project may have changed unseen.
    public void renewAll() {
        renewKeys(List.of(keys.generation()));
    }

    private boolean retry(List<String> names) {
        renewKeys(List.copyOf(overdue.keySet()));
        return names.stream().noneMatch(overdue::containsKey);
    }

    private void renewKeys(List<String> names) {
        long renewal = renewals.incrementAndGet();
        names.forEach(name -> overdue.put(name, renewal));
        if (redis.setAll(names, token(), CacheKeys.GENERATION_TTL)) {
            // Not where another renewal has come since: it speaks for a later change.
            names.forEach(name -> overdue.remove(name, renewal));
        }
    }

    private byte[] token() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token).getBytes(US_ASCII);
    }
}
