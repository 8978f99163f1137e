package dev.faultline.benchmarks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.benchmarks.api.Answer;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.cli.DurationOption;
import dev.faultline.benchmarks.cli.InstanceOptions;
import dev.faultline.benchmarks.cli.Terminal;
import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.workload.GroupCatalog;
import dev.faultline.benchmarks.workload.Workload;
import dev.faultline.benchmarks.workload.WorkloadSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the way from an event to the notice. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes rules in a running instance, posts events that fire them, one each, and says how long it",
            "took until the webhook was called: under load, and then where no other event comes. Replaces the",
            "project's webhook, and removes it and the rules again. Exit code: 0, or 1 if a notice did not come."
        })
public final class AlertsCommand implements Callable<Integer> {

    /** What a change of rules may take to be in force everywhere, with room. */
    private static final Duration IN_FORCE = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int LEAST_PAUSE_MILLIS = 100;
    private static final int MORE_PAUSE_MILLIS = 400;

    private final Terminal terminal;

    @Mixin private InstanceOptions target = new InstanceOptions();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Other events a second, under load (default: ${DEFAULT-VALUE}).")
    private double rate = 500;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            converter = DurationOption.class,
            defaultValue = "20s",
            description = "Load before the first rule fires (default: ${DEFAULT-VALUE}).")
    private Duration warmup = Duration.ofSeconds(20);

    @Option(
            names = "--alerts",
            paramLabel = "N",
            description = "Alerts under load (default: ${DEFAULT-VALUE}).")
    private int alerts = 200;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Alerts by an event that no other follows (default: ${DEFAULT-VALUE}).")
    private int last = 20;

    @Option(
            names = "--rules",
            paramLabel = "N",
            description = "Further rules, which count every event (default: ${DEFAULT-VALUE}).")
    private int rules;

    /**
     * @param terminal where to report
     */
    public AlertsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rate <= 0 || alerts < 0 || last < 0 || rules < 0) {
            throw new CommandFailure("--rate must be above 0, the others 0 or more.");
        }
        String run = "alerts-%08x".formatted(new SplittableRandom().nextInt());
        try (var instance = new Instance(target.url(), target.apiKey());
                var project = new WatchedProject(instance);
                var receiver = NoticeReceiver.start(Pattern.compile(run + "-\\d+"))) {
            prepare(project, receiver, run);
            Latencies loaded = new Latencies();
            Latencies quiet = new Latencies();
            int lost = underLoad(instance, receiver, run, loaded);
            lost += alone(instance, receiver, run, quiet);
            terminal.clear();
            report("under load", loaded);
            report("as the last", quiet);
            terminal.out().println("not heard of    " + lost);
            return lost == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void report(String what, Latencies latencies) {
        terminal.out().printf("%-16s%s%n", what, latencies.percentiles());
    }

    private void prepare(WatchedProject project, NoticeReceiver receiver, String run)
            throws IOException, InterruptedException {
        terminal.status("making rules");
        project.tell(receiver.url());
        for (int i = 0; i < alerts + last; i++) {
            project.watch(source(run, i));
        }
        for (int i = 0; i < rules; i++) {
            project.count("%s-rule-%d".formatted(run, i));
        }
        Thread.sleep(IN_FORCE);
    }

    private static String source(String run, int alert) {
        return "%s-%d".formatted(run, alert);
    }

    /** Several alerts may be on their way at a time, as in life. */
    private int underLoad(
            Instance instance, NoticeReceiver receiver, String run, Latencies latencies)
            throws InterruptedException {
        var random = new SplittableRandom();
        long[] sent = new long[alerts];
        var catalog = new GroupCatalog(new WorkloadSettings(42, run, 500, 0.2, null, false));
        try (var load = SteadyLoad.start(instance, new Workload(catalog, 0), rate)) {
            terminal.status("warming up");
            Thread.sleep(warmup);
            for (int i = 0; i < alerts; i++) {
                terminal.status("alert %d of %d".formatted(i + 1, alerts));
                Thread.sleep(LEAST_PAUSE_MILLIS + random.nextInt(MORE_PAUSE_MILLIS));
                sent[i] = post(instance, source(run, i));
            }
            int lost = 0;
            for (int i = 0; i < alerts; i++) {
                lost += record(receiver, source(run, i), sent[i], latencies);
            }
            if (load.refused() > 0) {
                terminal.note("%,d events of the load were not taken".formatted(load.refused()));
            }
            return lost;
        }
    }

    /** Each comes when the one before has been told. */
    private int alone(Instance instance, NoticeReceiver receiver, String run, Latencies latencies)
            throws InterruptedException {
        int lost = 0;
        for (int i = alerts; i < alerts + last; i++) {
            terminal.status("alert %d of %d, alone".formatted(i + 1 - alerts, last));
            Thread.sleep(IN_FORCE);
            String source = source(run, i);
            lost += record(receiver, source, post(instance, source), latencies);
        }
        return lost;
    }

    /** When it was sent, in {@link System#nanoTime()}. */
    private static long post(Instance instance, String source) {
        String json = "{\"message\":\"Something broke\",\"source\":\"%s\"}".formatted(source);
        long sent = System.nanoTime();
        Answer answer = instance.postEvent(json.getBytes(UTF_8)).join();
        if (!answer.successful()) {
            throw new CommandFailure("An event was not taken: %s.".formatted(answer.reason()));
        }
        return sent;
    }

    private static int record(NoticeReceiver receiver, String rule, long sent, Latencies latencies)
            throws InterruptedException {
        OptionalLong heard = receiver.await(rule, LONGEST);
        heard.ifPresent(at -> latencies.record(at - sent));
        return heard.isPresent() ? 0 : 1;
    }
}
