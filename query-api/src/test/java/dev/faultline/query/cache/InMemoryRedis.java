package dev.faultline.query.cache;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Redis that can go away.
final class InMemoryRedis implements Redis {

    final Map<String, byte[]> values = new HashMap<>();
    boolean away;

    @Override
    public Optional<List<byte[]>> getAll(List<String> keys) {
        return away || !values.keySet().containsAll(keys)
                ? Optional.empty()
                : Optional.of(keys.stream().map(values::get).toList());
    }

    @Override
    public boolean setAll(List<String> keys, byte[] value, Duration ttl) {
        if (!away) {
            keys.forEach(key -> values.put(key, value));
        }
        return !away;
    }

    @Override
    public void setMissing(List<String> keys, byte[] value, Duration ttl) {
        if (!away) {
            keys.forEach(key -> values.putIfAbsent(key, value));
        }
    }

    @Override
    public Optional<String> info(Duration atMost) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
