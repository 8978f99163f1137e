package dev.faultline.query.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What we need of Redis. No method throws when Redis is away, and none waits longer than the
/// command timeout.
interface Redis extends AutoCloseable {

    /// The values of all keys; empty if Redis does not answer or one of them is missing.
    Optional<List<byte[]>> getAll(List<String> keys);

    /// @return whether Redis took all of them
    boolean setAll(List<String> keys, byte[] value, Duration ttl);

    /// Sets what is missing.
    void setMissing(List<String> keys, byte[] value, Duration ttl);

    /// What the server tells about itself, as the command
    /// [INFO](https://redis.io/docs/latest/commands/info/) has it; empty if it does not answer in
    /// time.
    Optional<String> info(Duration atMost);

    @Override
    void close();
}
