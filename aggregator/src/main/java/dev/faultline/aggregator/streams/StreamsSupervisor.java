package dev.faultline.aggregator.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// Rebuilds Kafka Streams in the process after a fatal error, at most 3 times in 10 minutes; then
/// ends the process, for whoever supervises it to see.
///
/// The whole is rebuilt, not the thread: a replaced thread comes as a new member and waits for the
/// session of the old one to end.
public final class StreamsSupervisor implements StreamsUncaughtExceptionHandler, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(StreamsSupervisor.class);

    private final StreamsBuilderFactoryBean streams;
    private final InstantSource clock;
    private final Runnable giveUp;
    private final RestartBudget budget = new RestartBudget(3, Duration.ofMinutes(10));
    private final ExecutorService restarts =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("streams-supervisor").daemon().factory());

    /// @param giveUp ends the process
    public StreamsSupervisor(
            StreamsBuilderFactoryBean streams, InstantSource clock, Runnable giveUp) {
        this.streams = streams;
        this.clock = clock;
        this.giveUp = giveUp;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        LOGGER.error("Kafka Streams failed", failure);
        restarts.execute(this::restart);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void restart() {
        if (!streams.isRunning()) {
            return; // We are stopping anyway.
        }
        if (!budget.take(clock.instant())) {
            LOGGER.error(
                    "Kafka Streams failed more than 3 times in 10 minutes: ending the process");
            giveUp.run();
            return;
        }
        LOGGER.warn("Building Kafka Streams anew");
        streams.stop();
        streams.start();
    }

    @Override
    public void close() {
        restarts.shutdownNow();
    }
}
