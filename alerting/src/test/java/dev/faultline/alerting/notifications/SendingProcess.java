package dev.faultline.alerting.notifications;

import static org.awaitility.Awaitility.await;

import dev.faultline.alerting.delivery.TestDeliverers;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.EgressSettings;
import dev.faultline.alerting.egress.NameService;
import dev.faultline.alerting.integrations.TestIntegrations;
import dev.faultline.database.ConnectionPool;
import dev.faultline.database.DatabaseAccess;
import dev.faultline.database.RequestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a process of alerting does with the outbox, and nothing else, so that it is quickly started
/// and killed: `SendingProcess DATABASE_URL FILE`. It sends once there is the file.
final class SendingProcess {

    static final int AT_A_TIME = 24;
    private static final int PER_TARGET = 4;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int POOL = 5;

    private SendingProcess() {}

    static RequestDatabase database(String url) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        return new RequestDatabase(
                ConnectionPool.open("alerting", POOL, access(url), meters), meters);
    }

    static DatabaseAccess access(String url) {
        return DatabaseAccess.of(url, Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    static EgressGuard guard() {
        return new EgressGuard(new EgressSettings(List.of()), true, NameService.SYSTEM);
    }

    private static OutboxSender sender(RequestDatabase database) {
        NotificationMeters meters = new NotificationMeters(new SimpleMeterRegistry());
        OutcomeRepository outcomes =
                new OutcomeRepository(database, meters, RandomGenerator.getDefault());
        return new OutboxSender(
                new QueueRepository(database, meters, LEASE, Duration.ofMinutes(1)),
                outcomes,
                new Courier(
                        new TestIntegrations(database, guard()).targets(),
                        TestDeliverers.deliverer(guard()),
                        outcomes),
                new Slots(AT_A_TIME, PER_TARGET));
    }

    public static void main(String[] arguments) throws Exception {
        RequestDatabase database = database(arguments[0]);
        OutboxSender sender = sender(database);
        // What costs time at the first use, before the others wait for it.
        var _ = new UpkeepRepository(database).backlog();
        System.out.println("ready");
        await().forever()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Files.exists(Path.of(arguments[1])));
        sender.start();
        Thread.currentThread().join();
    }
}
