package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.lines.Line;
import dev.faultline.benchmarks.lines.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Streams a file through the sender: one batch in memory at a time. */
final class FileLoad {

    private final BatchSender sender;
    private final Tally tally;
    private final Progress progress;
    private final BatchLimits limits;
    private final UUID run;

    FileLoad(BatchSender sender, Tally tally, Progress progress, BatchLimits limits, UUID run) {
        this.sender = sender;
        this.tally = tally;
        this.progress = progress;
        this.limits = limits;
        this.run = run;
    }

    void run(InputStream in) throws IOException, InterruptedException {
        var lines = new LineReader(in, limits.entryBytes());
        var parser = new EntryParser(run, limits.entryBytes());
        var batcher = new Batcher(limits);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            switch (parser.parse(line)) {
                case Parsed.Blank() -> {}
                case Parsed.Unusable(long number, String reason) -> tally.unusable(number, reason);
                case Parsed.Entry entry -> send(batcher.add(entry));
            }
            progress.update(lines.bytesRead());
        }
        send(batcher.end());
    }

    private void send(List<Parsed.Entry> batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            sender.send(batch);
        }
    }
}
