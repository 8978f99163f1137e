package dev.faultline.benchmarks.micro;

import dev.faultline.benchmarks.workload.GroupCatalog;
import dev.faultline.benchmarks.workload.Workload;
import dev.faultline.benchmarks.workload.WorkloadSettings;
import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Events to measure with: those of <code>./faultline bench</code>. */
final class Events {

    private static final int COUNT = 512;
    private static final int GROUPS = 100;
    private static final int SEED = 7;

    private Events() {}

    /** Different events of so many bytes of JSON, in several languages, each with a trace. */
    static List<ErrorEvent> ofSize(int bytes) {
        var settings = new WorkloadSettings(SEED, "micro", GROUPS, 0.2, bytes, true);
        var workload = new Workload(new GroupCatalog(settings), 1);
        return Stream.generate(() -> event(workload.next().json())).limit(COUNT).toList();
    }

    private static ErrorEvent event(String json) {
        return switch (EventJson.read(json.getBytes(StandardCharsets.UTF_8))) {
            case EventReading.Accepted(ErrorEvent event) -> event;
            case EventReading.Rejected(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** A text of so many characters that consists of one piece. */
    static String hostile(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }
}
