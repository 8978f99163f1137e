package dev.faultline.query.cache;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Redis through one shared connection.
///
/// When a command is not answered in time, the next ones are not even tried for a moment: a Redis
/// that hangs costs one timeout a second, not one per request.
final class LettuceRedis implements Redis {

    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final RedisConnection connection;
    private final long timeoutNanos;
    private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

    LettuceRedis(CacheSettings settings) {
        connection = new RedisConnection(settings.redis());
        timeoutNanos = settings.commandTimeout().toNanos();
    }

    @Override
    public Optional<List<byte[]>> getAll(List<String> keys) {
        return send(redis -> redis.mget(keys.toArray(String[]::new)))
                .flatMap(this::answer)
                .filter(values -> values.stream().allMatch(KeyValue::hasValue))
                .map(values -> values.stream().map(KeyValue::getValue).toList());
    }

    @Override
    public boolean setAll(List<String> keys, byte[] value, Duration ttl) {
        return set(keys, value, SetArgs.Builder.px(ttl));
    }

    @Override
    public void setMissing(List<String> keys, byte[] value, Duration ttl) {
        set(keys, value, SetArgs.Builder.px(ttl).nx());
    }

    /// Asked even while requests leave Redis alone: this is how it is seen that it is back.
    @Override
    public Optional<String> info(Duration atMost) {
        return connection
                .current()
                .flatMap(open -> {
                    try {
                        return Optional.ofNullable(
                                open.async().info().get(atMost.toNanos(), NANOSECONDS));
                    } catch (ExecutionException | TimeoutException | RedisException _) {
                        return Optional.empty();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                        return Optional.empty();
                    }
                });
    }

    private boolean set(List<String> keys, byte[] value, SetArgs how) {
        // All are on their way before the first answer is awaited.
        List<Optional<RedisFuture<String>>> sent =
                keys.stream().map(key -> send(redis -> redis.set(key, value, how))).toList();
        return sent.stream().allMatch(future -> future.flatMap(this::answer).isPresent());
    }

    private <T> Optional<T> answer(RedisFuture<T> future) {
        try {
            return Optional.ofNullable(future.get(timeoutNanos, NANOSECONDS));
        } catch (ExecutionException | TimeoutException _) {
            rest();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private <T> Optional<RedisFuture<T>> send(
            Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        Optional<StatefulRedisConnection<String, byte[]>> open = connection.current();
        if (open.isEmpty() || System.nanoTime() - restsUntil.get() < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(command.apply(open.get().async()));
        } catch (RedisException _) {
            rest();
            return Optional.empty();
        }
    }

    private void rest() {
        restsUntil.set(System.nanoTime() + REST_NANOS);
    }

    @Override
    public void close() {
        connection.close();
    }
}
