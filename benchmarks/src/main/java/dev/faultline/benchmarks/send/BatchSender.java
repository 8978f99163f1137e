package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.api.Answer;
import dev.faultline.benchmarks.api.EntryResult;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.benchmarks.send.Parsed.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends batches, each until every entry is either accepted or refused for good. Sending an entry
 * again is safe because it carries its own <code>event_id</code>.
 */
final class BatchSender {

    private final Instance instance;
    private final Tally tally;
    private final Patience patience;

    BatchSender(Instance instance, Tally tally, Patience patience) {
        this.instance = instance;
        this.tally = tally;
        this.patience = patience;
    }

    /**
     * Sends one batch.
     *
     * @throws CommandFailure when the instance stays away for too long, or refuses every request
     */
    void send(List<Entry> batch) throws InterruptedException {
        tally.sent(batch.size());
        try {
            settle(batch);
        } catch (CommandFailure stopped) {
            throw new CommandFailure(
                    "%s Not loaded: line %d and, in part, those after it."
                            .formatted(
                                    CommandFailure.sentenceOf(stopped), batch.getFirst().line()));
        }
    }

    private void settle(List<Entry> batch) throws InterruptedException {
        patience.restore();
        List<Entry> pending = batch;
        while (!pending.isEmpty()) {
            pending = attempt(pending);
        }
    }

    /** One try. What it gives back has to be tried again. */
    private List<Entry> attempt(List<Entry> entries) throws InterruptedException {
        Answer answer;
        try {
            answer = instance.postBatchAndWait(body(entries));
        } catch (IOException unreachable) {
            patience.pause("the instance cannot be reached (" + unreachable + ")", null);
            return entries;
        }
        Optional<List<EntryResult>> results = EntryResult.of(answer, entries.size());
        if (results.isPresent()) {
            return take(entries, results.get(), answer);
        }
        return whole(entries, answer);
    }

    private List<Entry> take(List<Entry> entries, List<EntryResult> results, Answer answer)
            throws InterruptedException {
        var again = new ArrayList<Entry>();
        String reason = "";
        for (int i = 0; i < entries.size(); i++) {
            EntryResult result = results.get(i);
            if (result.accepted()) {
                tally.accepted(result.receipt());
            } else if (result.temporary()) {
                again.add(entries.get(i));
                reason = result.reason();
            } else {
                tally.rejected(entries.get(i).line(), result.reason());
            }
        }
        if (again.size() < entries.size()) {
            patience.restore();
        }
        if (!again.isEmpty()) {
            patience.pause(reason, answer.retryAfter());
        }
        return again;
    }

    /** The answer is about the request, not about its entries. */
    private List<Entry> whole(List<Entry> entries, Answer answer) throws InterruptedException {
        if (answer.temporary()) {
            patience.pause("the instance answers " + answer.reason(), answer.retryAfter());
            return entries;
        }
        switch (answer.status()) {
            case 413 -> halve(entries, answer);
            case 400, 422 ->
                    entries.forEach(entry -> tally.rejected(entry.line(), answer.reason()));
            case 401, 403 ->
                    throw new CommandFailure(
                            "The instance refuses the API key (%s): give one with --api-key."
                                    .formatted(answer.reason()));
            default ->
                    throw new CommandFailure(
                            "The instance does not take batches (%s): check --url."
                                    .formatted(answer.reason()));
        }
        return List.of();
    }

    /** The instance, or a proxy before it, has narrower limits than ours. */
    private void halve(List<Entry> entries, Answer answer) throws InterruptedException {
        if (entries.size() == 1) {
            tally.rejected(entries.getFirst().line(), answer.reason());
            return;
        }
        int middle = entries.size() / 2;
        settle(entries.subList(0, middle));
        settle(entries.subList(middle, entries.size()));
    }

    private static byte[] body(List<Entry> entries) {
        return entries.stream()
                .map(Entry::json)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
