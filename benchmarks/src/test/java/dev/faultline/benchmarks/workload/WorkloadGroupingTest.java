package dev.faultline.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The workload's groups are what the product groups: else a benchmark compares nothing. */
class WorkloadGroupingTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void givesEveryGroupOneFingerprintOfItsOwn() {
        var settings = new WorkloadSettings(42, "run", 500, 0.2, null, true);
        var workload = new Workload(new GroupCatalog(settings), 1);
        Map<Fingerprint, Integer> groups = new HashMap<>();

        for (int i = 0; i < 20_000; i++) {
            Event event = workload.next();
            Integer known = groups.putIfAbsent(fingerprint(event), event.group());
            assertThat(known).as(event.json()).isIn(null, event.group());
        }

        assertThat(groups.values()).doesNotHaveDuplicates();
    }

    private static Fingerprint fingerprint(Event event) {
        var body = MAPPER.readTree(event.json());
        return Grouping.fingerprint(
                body.path("message").stringValue(),
                body.path("stack_trace").stringValue(),
                body.path("source").stringValue());
    }
}
