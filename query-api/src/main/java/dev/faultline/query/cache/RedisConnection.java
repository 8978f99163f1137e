package dev.faultline.query.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection to Redis: made and remade in the background, so that nobody ever waits for it.
/// Says when Redis goes and when it is back.
final class RedisConnection implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisConnection.class);
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    /// Between two attempts, and for each of them.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration SHUTDOWN = Duration.ofSeconds(2);

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI uri;
    private final Executor later;
    private final AtomicBoolean missed = new AtomicBoolean();
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
    private volatile boolean closed;

    RedisConnection(RedisURI uri) {
        this.uri = uri;
        uri.setTimeout(PAUSE);
        resources =
                ClientResources.builder()
                        .ioThreadPoolSize(2)
                        .computationThreadPoolSize(2)
                        .reconnectDelay(Delay.constant(PAUSE))
                        .build();
        later =
                CompletableFuture.delayedExecutor(
                        PAUSE.toMillis(), TimeUnit.MILLISECONDS, resources.eventExecutorGroup());
        client = RedisClient.create(resources, uri);
        client.setOptions(
                ClientOptions.builder()
                        .autoReconnect(true)
                        // Waiting commands would be answered long after everybody has gone on.
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(SocketOptions.builder().connectTimeout(PAUSE).build())
                        .build());
        client.addListener(new StateLog());
        connect();
    }

    /// Empty until the first connection stands. A connection that was lost is still given: it
    /// refuses commands until it is back.
    Optional<StatefulRedisConnection<String, byte[]>> current() {
        return Optional.ofNullable(connection);
    }

    private void connect() {
        if (closed) {
            return;
        }
        var _ =
                client.connectAsync(CODEC, uri)
                        .whenComplete((made, failure) -> {
                            if (failure == null) {
                                connection = made;
                            } else {
                                away();
                                later.execute(this::connect);
                            }
                        });
    }

    private void away() {
        if (!closed && missed.compareAndSet(false, true)) {
            LOGGER.warn(
                    "Redis at {}:{} does not answer: reads go on without a cache",
                    uri.getHost(),
                    uri.getPort());
        }
    }

    private void back() {
        if (missed.compareAndSet(true, false)) {
            LOGGER.info("Redis answers again");
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown(Duration.ZERO, SHUTDOWN);
        resources.shutdown(0, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    private final class StateLog extends RedisConnectionStateAdapter {

        @Override
        public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {
            back();
        }

        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
            away();
        }
    }
}
