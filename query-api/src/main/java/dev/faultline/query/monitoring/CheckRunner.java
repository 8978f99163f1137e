package dev.faultline.query.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs all checks side by side, and waits for none longer than it may take. A check that hangs is
/// not started again until it ends.
final class CheckRunner implements AutoCloseable {

    private final List<ServiceCheck> checks;
    private final Duration patience;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<ServiceCheck, Future<ServiceState>> running = new HashMap<>();

    CheckRunner(List<ServiceCheck> checks, Duration patience, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.patience = patience;
        this.clock = clock;
    }

    /// In the order of the checks.
    List<ServiceState> run() throws InterruptedException {
        checks.forEach(check -> {
            Future<ServiceState> last = running.get(check);
            if (last == null || last.isDone()) {
                running.put(check, threads.submit(() -> look(check)));
            }
        });
        long deadline = System.nanoTime() + patience.toNanos();
        List<ServiceState> states = new ArrayList<>();
        for (ServiceCheck check : checks) {
            states.add(await(check, deadline));
        }
        return states;
    }

    private ServiceState await(ServiceCheck check, long deadline) throws InterruptedException {
        try {
            return Objects.requireNonNull(running.get(check))
                    .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return failed(check, patience, "No answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            // `look` turns what goes wrong into a state.
            throw new IllegalStateException(e);
        }
    }

    private ServiceState look(ServiceCheck check) {
        long started = System.nanoTime();
        try {
            ServiceCheck.Finding finding = check.look();
            return new ServiceState(
                    check.name(),
                    finding.status(),
                    Duration.ofNanos(System.nanoTime() - started),
                    clock.instant(),
                    finding.details());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(check, Duration.ofNanos(System.nanoTime() - started), "Interrupted");
        } catch (Exception e) {
            // Whatever goes wrong in a check is what it found.
            return failed(check, Duration.ofNanos(System.nanoTime() - started), reason(e));
        }
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private ServiceState failed(ServiceCheck check, Duration latency, String problem) {
        Instant now = clock.instant();
        return new ServiceState(
                check.name(), HealthStatus.UNHEALTHY, latency, now, new Details.Failure(problem));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
