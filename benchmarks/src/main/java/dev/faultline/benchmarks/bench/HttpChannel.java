package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.api.Answer;
import dev.faultline.benchmarks.api.EntryResult;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.workload.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Posts events, alone or in batches. Nothing is retried: a retry would hide what it answered. */
final class HttpChannel implements Channel {

    private final Instance instance;
    private final int connections;
    private final int eventsPerCall;
    private final boolean batch;
    private final GroundTruth truth;
    private final Latencies latencies;
    private final Semaphore room;

    /**
     * @param connections how many calls may be under way
     * @param eventsPerCall entries of a batch
     * @param batch whether to use the batch endpoint; else one event a call
     */
    HttpChannel(
            Instance instance,
            int connections,
            int eventsPerCall,
            boolean batch,
            GroundTruth truth,
            Latencies latencies) {
        this.instance = instance;
        this.connections = connections;
        this.eventsPerCall = batch ? eventsPerCall : 1;
        this.batch = batch;
        this.truth = truth;
        this.latencies = latencies;
        this.room = new Semaphore(connections);
    }

    @Override
    public int eventsPerCall() {
        return eventsPerCall;
    }

    @Override
    public void send(List<Event> events, long intended) throws InterruptedException {
        room.acquire();
        long from = intended == UNPACED ? System.nanoTime() : intended;
        var _ =
                post(events)
                        .whenComplete((answer, failure) -> {
                            latencies.record(System.nanoTime() - from);
                            try {
                                book(events, answer, failure);
                            } finally {
                                room.release();
                            }
                        });
    }

    @Override
    public boolean awaitAnswers(Duration timeout) throws InterruptedException {
        if (!room.tryAcquire(connections, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        room.release(connections);
        return true;
    }

    @Override
    public void close() {
        // The instance is the run's.
    }

    private CompletableFuture<Answer> post(List<Event> events) {
        return batch
                ? instance.postBatch(
                        events.stream()
                                .map(Event::json)
                                .collect(Collectors.joining("\n", "", "\n"))
                                .getBytes(StandardCharsets.US_ASCII))
                : instance.postEvent(events.getFirst().body());
    }

    private void book(List<Event> events, @Nullable Answer answer, @Nullable Throwable failure) {
        if (answer == null) {
            events.forEach(event -> truth.uncertain(event.group(), "no answer: " + failure));
            return;
        }
        if (batch) {
            var results = EntryResult.of(answer, events.size());
            if (results.isPresent()) {
                bookEach(events, results.get());
                return;
            }
        } else if (answer.successful()) {
            truth.accepted(events.getFirst().group());
            return;
        }
        String reason = answer.reason();
        events.forEach(event -> truth.refused(event.group(), answer.status(), reason));
    }

    private void bookEach(List<Event> events, List<EntryResult> results) {
        for (int i = 0; i < events.size(); i++) {
            EntryResult result = results.get(i);
            int group = events.get(i).group();
            if (result.accepted()) {
                truth.accepted(group);
            } else {
                truth.refused(group, result.status(), result.reason());
            }
        }
    }
}
