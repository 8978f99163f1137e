package dev.faultline.standalone;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// Clients that never give up: each sends an event, with an id of its own, until it is
/// acknowledged. What was acknowledged is written in a ledger, by group.
final class Load implements AutoCloseable {

    private static final int CLIENTS = 6;
    private static final int GROUPS = 15;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Api api;
    private final String source = "load-" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    private final Map<String, LongAdder> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    Load(Api api) {
        this.api = api;
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(client);
            clients.execute(() -> sendUntilStopped(random));
        }
    }

    String source() {
        return source;
    }

    /// Stops, once every event that was begun is acknowledged.
    ///
    /// @return how many events of each group, by its id, were acknowledged
    Map<String, Long> stop() throws InterruptedException {
        stopping.set(true);
        clients.shutdown();
        if (!clients.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "An event is not acknowledged within 60 s after all is up again");
        }
        Map<String, Long> ledger = new ConcurrentHashMap<>();
        acknowledged.forEach((group, count) -> ledger.put(group, count.sum()));
        return ledger;
    }

    long acknowledged() {
        return acknowledged.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private void sendUntilStopped(Random random) {
        while (!stopping.get()) {
            // Half of all events are of one group.
            int group = random.nextBoolean() ? 0 : random.nextInt(GROUPS);
            String id = sendUntilAcknowledged(event(group));
            acknowledged.computeIfAbsent(id, _ -> new LongAdder()).increment();
        }
    }

    private String sendUntilAcknowledged(String event) {
        while (true) {
            try {
                Api.Answer answer = api.post(event);
                if (answer.status() == 201) {
                    return answer.data().path("id").stringValue();
                }
            } catch (UncheckedIOException e) {
                // Nobody knows whether it was taken: send it again.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private String event(int group) {
        // Letters, since digits are normalised away.
        return "{\"event_id\":\"%s\",\"message\":\"Fault %s happened\",\"source\":\"%s\"}"
                .formatted(UUID.randomUUID(), "x".repeat(group + 1), source);
    }

    @Override
    public void close() {
        stopping.set(true);
        clients.shutdownNow();
    }
}
