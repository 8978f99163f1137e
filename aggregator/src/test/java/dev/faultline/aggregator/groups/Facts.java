package dev.faultline.aggregator.groups;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.Fact;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Fingerprint;
import java.time.Instant;

/// Facts for tests: of one group, at given seconds.
final class Facts {

    static final Fingerprint FINGERPRINT = new Fingerprint(1, "0123456789abcdef0123456789abcdef");

    private Facts() {}

    static Fact at(long second) {
        return at(second, second);
    }

    static Fact at(long appendSecond, long eventSecond) {
        return fact(1, Severity.ERROR, "backend", appendSecond, eventSecond, 0, appendSecond);
    }

    static Fact on(int lane, long offset, long second) {
        return fact(1, Severity.ERROR, "backend", second, second, lane, offset);
    }

    static Fact from(String source, Severity severity, long appendSecond, long eventSecond) {
        return fact(1, severity, source, appendSecond, eventSecond, 0, appendSecond);
    }

    private static Fact fact(
            int count,
            Severity severity,
            String source,
            long append,
            long event,
            int lane,
            long offset) {
        return new Fact(
                count,
                ProjectId.DEFAULT,
                FINGERPRINT,
                severity,
                source,
                "production",
                Instant.ofEpochSecond(event),
                Instant.ofEpochSecond(append),
                new RawPosition(lane, offset));
    }
}
