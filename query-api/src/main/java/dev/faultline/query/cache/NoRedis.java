package dev.faultline.query.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A Redis that was never there.
final class NoRedis implements Redis {

    @Override
    public Optional<List<byte[]>> getAll(List<String> keys) {
        return Optional.empty();
    }

    /// There is nothing that could be out of date.
    @Override
    public boolean setAll(List<String> keys, byte[] value, Duration ttl) {
        return true;
    }

    @Override
    public void setMissing(List<String> keys, byte[] value, Duration ttl) {}

    @Override
    public Optional<String> info(Duration atMost) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
