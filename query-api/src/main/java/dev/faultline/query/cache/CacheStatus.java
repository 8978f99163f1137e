package dev.faultline.query.cache;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What Redis tells about itself.
///
/// @param usedBytes of memory
/// @param maxBytes of memory it may use; null if it has no limit
/// @param evictedKeys that it dropped for want of memory, since it started
/// @param hits of keys that were looked up and found, since it started, whoever asked
/// @param misses of keys that were looked up and not found
public record CacheStatus(
        long usedBytes,
        @Nullable Long maxBytes,
        long evictedKeys,
        long hits,
        long misses,
        long clients) {

    /// Reads the answer to [INFO](https://redis.io/docs/latest/commands/info/).
    ///
    /// @throws IllegalArgumentException if something that every Redis tells is not there
    static CacheStatus parse(String info) {
        Map<String, String> fields =
                info.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(":", 2))
                        .filter(parts -> parts.length == 2)
                        .collect(
                                Collectors.toMap(
                                        parts -> parts[0], parts -> parts[1].strip(), (a, _) -> a));
        long max = number(fields, "maxmemory");
        return new CacheStatus(
                number(fields, "used_memory"),
                max == 0 ? null : max,
                number(fields, "evicted_keys"),
                number(fields, "keyspace_hits"),
                number(fields, "keyspace_misses"),
                number(fields, "connected_clients"));
    }

    private static long number(Map<String, String> fields, String name) {
        String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("Redis does not tell its " + name);
        }
        return Long.parseLong(text);
    }

    /// The share of look-ups that found their key, 0 to 1; null before the first.
    public @Nullable Double hitRatio() {
        return hits + misses == 0 ? null : (double) hits / (hits + misses);
    }
}
