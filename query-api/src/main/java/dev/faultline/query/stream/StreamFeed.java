package dev.faultline.query.stream;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log for all listeners of this process, on a thread of its own, until nobody has
/// listened for a while.
///
/// It begins a little before the end of the log, so that who comes back gets what was missed,
/// whichever process it was that broke off.
final class StreamFeed {

    private static final Logger LOGGER = LoggerFactory.getLogger(StreamFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LINGER = Duration.ofSeconds(30);

    /// Characters of all events that are kept.
    private static final long HISTORY_SIZE = 16L << 20;

    /// Between two times that changes of groups are told, and that the late are looked up.
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final StreamLog log;
    private final StreamSettings settings;
    private final EventMaker.Lookup lookup;
    private final Counter skipped;
    private final InstantSource clock;
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean failing;
    private long rounds = System.nanoTime();
    private long heartbeats = System.nanoTime();

    private StreamFeed(
            StreamLog log,
            StreamSettings settings,
            EventMaker.Lookup lookup,
            Counter skipped,
            InstantSource clock) {
        this.log = log;
        this.settings = settings;
        this.lookup = lookup;
        this.skipped = skipped;
        this.clock = clock;
    }

    static StreamFeed start(
            StreamLog log,
            StreamSettings settings,
            EventMaker.Lookup lookup,
            Counter skipped,
            InstantSource clock) {
        StreamFeed feed = new StreamFeed(log, settings, lookup, skipped, clock);
        // A platform thread: a poll would hold on to the carrier of a virtual one.
        Thread.ofPlatform().name("error-stream").daemon().start(feed::run);
        return feed;
    }

    /// @param end where the log ended when it was opened
    private record Opened(Broadcast broadcast, EventMaker events, Positions end) {

        /// From where somebody listens who has not listened before. What was in the log before he
        /// came may be among it, nothing that comes after is left out.
        Positions now() {
            return events.next().orLater(end);
        }
    }

    /// Adds a listener.
    ///
    /// @param lastId the id of the last event that the client got; null if it begins
    /// @return empty if the feed has ended meanwhile
    /// @throws TimeoutException if Kafka does not answer in time
    Optional<Listener> listen(StreamFilter filter, @Nullable String lastId, Duration atMost)
            throws TimeoutException, ExecutionException, InterruptedException {
        Opened stream = opened.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        Positions now = stream.now();
        Optional<Positions> last =
                Optional.ofNullable(lastId)
                        .flatMap(id -> Positions.parse(id, log.lanes()))
                        // An id from beyond the end is of another log.
                        .filter(now::reaches);
        Listener listener =
                new Listener(
                        filter,
                        last.orElse(now),
                        settings.queueEvents(),
                        settings.queueBytes().toBytes());
        if (lastId != null && last.isEmpty()) {
            listener.remark(EventText.gap(null));
        }
        return stream.broadcast().add(listener) ? Optional.of(listener) : Optional.empty();
    }

    /// @param listener that [#listen] gave
    void leave(Listener listener) {
        opened.join().broadcast().remove(listener);
    }

    boolean isOpen() {
        return closing.getCount() > 0;
    }

    /// Ends, and with it everyone's stream.
    void close() {
        closing.countDown();
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            opened.join().broadcast().close();
        }
    }

    private void run() {
        while (isOpen()) {
            try (Consumer<byte[], byte[]> consumer = log.connect()) {
                follow(consumer, open(consumer));
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private Opened open(Consumer<byte[], byte[]> consumer) {
        Opened before = opened.getNow(null);
        if (before != null) {
            log.seek(consumer, before.events().next());
            return before;
        }
        Positions end = log.ends(consumer);
        Positions begin =
                log.latest(
                        consumer,
                        end,
                        settings.historyEvents(),
                        clock.instant().minus(settings.historyTime()));
        log.seek(consumer, begin);
        History history =
                new History(begin, settings.historyEvents(), HISTORY_SIZE, settings.historyTime());
        Broadcast broadcast = new Broadcast(history, skipped, System::nanoTime);
        Opened stream = new Opened(broadcast, new EventMaker(broadcast, begin), end);
        opened.complete(stream);
        return stream;
    }

    private void follow(Consumer<byte[], byte[]> consumer, Opened stream) {
        while (isOpen()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                read(record, stream.events());
            }
            failing = false;
            long now = System.nanoTime();
            if (now - rounds >= ROUND.toNanos()) {
                rounds = now;
                round(stream, now);
            }
        }
    }

    /// A record that can't be read is the projector's to tell of.
    private void read(ConsumerRecord<byte[], byte[]> record, EventMaker events) {
        Place place = log.place(record);
        events.advance(place);
        try {
            if (log.isOfOccurrences(place.lane())) {
                log.occurrence(record)
                        .ifPresent(payload -> events.occurrence(place, payload, System.nanoTime()));
            } else {
                log.state(record).ifPresent(state -> events.state(place, state));
            }
        } catch (SerializationException e) {
            LOGGER.debug("{} at {} can't be read", record.topic(), place, e);
        }
    }

    private void round(Opened stream, long now) {
        stream.events().flushChanges();
        try {
            stream.events().lookUpOverdue(lookup, now);
        } catch (RuntimeException e) {
            LOGGER.debug("What waits for its group can't be looked up now", e);
        }
        if (now - heartbeats >= settings.heartbeat().toNanos()) {
            heartbeats = now;
            stream.broadcast().remark(EventText.heartbeat(stream.events().sent().text()));
        }
        if (stream.broadcast().endIfIdle(LINGER.toNanos())) {
            closing.countDown();
        }
    }

    /// What was opened goes on later where it was; what was not is given up.
    private void failed(RuntimeException e) {
        if (isOpen() && !failing) {
            LOGGER.warn("The stream of errors can't read the log now", e);
        }
        failing = true;
        if (opened.completeExceptionally(e)) {
            closing.countDown();
            return;
        }
        try {
            var _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closing.countDown();
        }
    }
}
