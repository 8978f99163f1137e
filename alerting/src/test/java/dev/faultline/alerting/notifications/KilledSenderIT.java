package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Receiver;
import dev.faultline.alerting.integrations.TestIntegrations;
import dev.faultline.database.Migration;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import dev.faultline.test.ChildJvm;
import dev.faultline.test.PostgresFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of a process in the middle of sending, twenty times.
class KilledSenderIT {

    private static final int KILLS = 20;
    private static final int PROJECTS = 8;
    private static final int INCIDENTS_IN_A_ROUND = 8;
    private static final Duration ANSWER = Duration.ofMillis(60);

    private final String url = PostgresFixture.freshDatabase();
    private final Random random = new Random(20);
    private final AtomicInteger inProgress = new AtomicInteger();
    private final Receiver receiver = new Receiver().answering("/", this::answer);
    private final List<UUID> announced = new ArrayList<>();

    /// A receiver that takes its time, so that there is something to interrupt.
    private void answer(HttpExchange exchange) {
        inProgress.incrementAndGet();
        CompletableFuture.delayedExecutor(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, -1);
                    } catch (IOException _) {
                        // Who asked has been killed.
                    } finally {
                        inProgress.decrementAndGet();
                    }
                });
    }

    @Test
    void tellsOfEverythingThoughItIsKilledTwentyTimes(@TempDir Path directory) throws Exception {
        new Migration("alerting", SendingProcess.access(url)).run();
        int inFlight = 0;
        Deque<Sender> next = new ArrayDeque<>();
        try (RequestDatabase database = SendingProcess.database(url)) {
            configure(database);
            for (int round = 0; round < KILLS; round++) {
                while (next.size() < 3) {
                    next.add(Sender.start(url, directory));
                }
                announce(database);
                try (Sender sender = next.remove()) {
                    inFlight += killWhileSending(sender, database);
                }
            }
            try (Sender last = next.remove()) {
                last.go();
                soon().until(() -> unfinished(database) == 0);
            }
            assertThat(states(database)).containsExactly("delivered");
            assertIsForgottenWhenItIsOld(database);
        } finally {
            next.forEach(Sender::close);
            receiver.close();
        }

        List<String> posts = receiver.requests().stream().map(KilledSenderIT::id).toList();
        Set<String> told = new HashSet<>(posts);
        assertThat(told)
                .isEqualTo(
                        announced.stream()
                                .map(KilledSenderIT::messageId)
                                .collect(Collectors.toSet()));
        assertThat(inFlight).isPositive();
        assertThat(posts.size() - told.size())
                .as("posts that came twice, with %d in flight at kills", inFlight)
                .isLessThanOrEqualTo(inFlight);
        // Announced one after the other: the beginning of an incident, and its end.
        for (int i = 0; i < announced.size(); i += 2) {
            assertThat(posts.indexOf(messageId(announced.get(i))))
                    .isLessThan(posts.indexOf(messageId(announced.get(i + 1))));
        }
    }

    private void assertIsForgottenWhenItIsOld(RequestDatabase database) {
        UpkeepRepository upkeep = new UpkeepRepository(database);
        Instant now = Instant.now();

        assertThat(upkeep.forget(now.minus(Duration.ofDays(1)), 1_000)).isZero();
        assertThat(upkeep.forget(now.plus(Duration.ofDays(1)), 1_000)).isEqualTo(announced.size());
    }

    private void configure(RequestDatabase database) {
        TestIntegrations integrations = new TestIntegrations(database, SendingProcess.guard());
        IntStream.range(0, PROJECTS)
                .forEach(i ->
                        integrations.putWebhook(
                                project(i), "http://127.0.0.1:%d/".formatted(receiver.port())));
    }

    private void announce(RequestDatabase database) {
        OutboxRepository outbox =
                new OutboxRepository(
                        database, new NotificationMeters(new SimpleMeterRegistry()), 10_000);
        for (int i = 0; i < INCIDENTS_IN_A_ROUND; i++) {
            ProjectId project = project(i % PROJECTS);
            UUID incident = UUID.randomUUID();
            for (String type : List.of("incident.fired", "incident.resolved")) {
                Announcement announcement = announcement(project, incident, type);
                announced.add(announcement.id());
                outbox.add(announcement);
            }
        }
    }

    private static Announcement announcement(ProjectId project, UUID incident, String type) {
        return new Announcement(
                UUID.randomUUID(),
                project,
                type,
                null,
                incident,
                AlertSeverity.HIGH,
                List.of(Channel.WEBHOOK),
                Instant.EPOCH,
                "Disk full",
                "No space left",
                new LinkedHashMap<>(),
                Announcement.Fate.SEND);
    }

    /// @return how many were in flight
    private int killWhileSending(Sender sender, RequestDatabase database) {
        int before = receiver.requests().size();
        int progress = 1 + random.nextInt(INCIDENTS_IN_A_ROUND);
        sender.go();
        soon().until(() -> inProgress.get() > 0 && receiver.requests().size() >= before + progress);
        sender.jvm().kill9();
        soon().until(() -> inProgress.get() == 0);
        // As if the time of their leases had passed.
        return database.answer(sql ->
                sql.update(NOTIFICATIONS)
                        .set(NOTIFICATIONS.LEASE_UNTIL, DSL.currentOffsetDateTime())
                        .where(NotificationRow.is(NotificationState.SENDING))
                        .execute());
    }

    private static int unfinished(RequestDatabase database) {
        return database.answer(sql -> sql.fetchCount(NOTIFICATIONS, NotificationRow.IS_OPEN));
    }

    private static List<String> states(RequestDatabase database) {
        return database.answer(sql ->
                sql.selectDistinct(NOTIFICATIONS.STATE)
                        .from(NOTIFICATIONS)
                        .fetch(NOTIFICATIONS.STATE));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5));
    }

    private static ProjectId project(int number) {
        return new ProjectId("project-" + number);
    }

    private static String id(Receiver.Request request) {
        return String.valueOf(request.headers().getFirst("webhook-id"));
    }

    private static String messageId(UUID announcement) {
        return Outgoing.messageId(NewNotificationRow.id(announcement, Channel.WEBHOOK, "webhook"));
    }

    /// A process that waits for its turn.
    private record Sender(ChildJvm jvm, Path gate) implements AutoCloseable {

        static Sender start(String url, Path directory) {
            Path gate = directory.resolve(UUID.randomUUID().toString());
            return new Sender(
                    ChildJvm.of(SendingProcess.class)
                            .jvmOptions("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                            .arguments(url, gate)
                            .start(),
                    gate);
        }

        void go() {
            var _ = jvm.awaitLine("ready", Duration.ofSeconds(30));
            try {
                Files.createFile(gate);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            jvm.close();
        }
    }
}
