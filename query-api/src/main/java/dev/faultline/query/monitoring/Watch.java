package dev.faultline.query.monitoring;

import dev.faultline.query.heartbeats.Instances;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Checks everything every few seconds on its own thread, and has it recorded. Whoever asks how
/// things are gets the last look, and never waits for a server.
final class Watch implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Watch.class);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final CheckRunner checks;
    private final Instances instances;
    private final Recorder recorder;
    private final WatchSettings settings;
    private final InstantSource clock;
    private volatile List<ServiceState> servers = List.of();
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean deaf;

    Watch(
            CheckRunner checks,
            Instances instances,
            Recorder recorder,
            WatchSettings settings,
            InstantSource clock) {
        this.checks = checks;
        this.instances = instances;
        this.recorder = recorder;
        this.settings = settings;
        this.clock = clock;
    }

    /// Before the web server: the first request finds a first look.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized void start() {
        running = true;
        look();
        thread = Thread.ofPlatform().name("monitoring").daemon().start(this::run);
    }

    private void run() {
        try {
            while (running) {
                Thread.sleep(settings.interval());
                look();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void look() {
        try {
            servers = checks.run();
            listen();
            recorder.record(now());
        } catch (InterruptedException _) {
            running = false;
        } catch (RuntimeException e) {
            LOGGER.error("A round of checks failed", e);
        }
    }

    /// Heartbeats that nobody could send while Kafka was away are not missed when it is back.
    private void listen() {
        boolean audible =
                servers.stream()
                        .filter(server -> server.name().equals(KafkaCheck.NAME))
                        .allMatch(kafka -> kafka.status() == HealthStatus.HEALTHY);
        if (audible && deaf) {
            instances.listenFrom(clock.instant());
        }
        deaf = !audible;
    }

    /// The servers as they were last checked, the stages as they are now.
    Snapshot now() {
        // The database keeps no nanoseconds, and has to find again what it was given.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Snapshot.of(
                now,
                servers,
                instances.stages(now),
                instances.listeningSince().plus(settings.grace()));
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
