package dev.faultline.benchmarks.alerts;

import dev.faultline.benchmarks.api.Answer;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The project of a key, while it has rules of ours. */
final class WatchedProject implements AutoCloseable {

    private static final String RULES = "/api/alerts/rules";
    private static final String WEBHOOK = "/api/settings/integrations/webhook";

    private final Instance instance;
    private final List<String> rules = new ArrayList<>();

    WatchedProject(Instance instance) {
        this.instance = instance;
    }

    /** Sends notices there, from now on. */
    void tell(URI webhook) throws IOException, InterruptedException {
        change("PUT", WEBHOOK, "{\"config\":{\"url\":\"%s\"}}".formatted(webhook));
    }

    /** A rule that fires with the first error of its source. */
    void watch(String source) throws IOException, InterruptedException {
        rule(
                source,
                "error_count{source=\\\"%s\\\"} > 0 in 1 minute".formatted(source),
                "[\"webhook\"]");
    }

    /** A rule that counts every event, and never fires. */
    void count(String name) throws IOException, InterruptedException {
        rule(name, "event_count > 1000000000 in 5 minutes", "[]");
    }

    private void rule(String name, String condition, String notifications)
            throws IOException, InterruptedException {
        Answer answer =
                change(
                        "POST",
                        RULES,
                        "{\"name\":\"%s\",\"condition\":\"%s\",\"notifications\":%s}"
                                .formatted(name, condition, notifications));
        rules.add(answer.data().path("id").stringValue(""));
    }

    private Answer change(String method, String path, String json)
            throws IOException, InterruptedException {
        Answer answer = instance.change(method, path, json);
        if (!answer.successful()) {
            throw new CommandFailure("%s %s answered %s.".formatted(method, path, answer.reason()));
        }
        return answer;
    }

    /** Takes everything back, unless it is interrupted. */
    @Override
    public void close() throws IOException {
        try {
            for (String rule : rules) {
                change("DELETE", RULES + "/" + rule, "");
            }
            change("DELETE", WEBHOOK, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
