package dev.faultline.alerting.delivery;

import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Notices of tests.
final class Notices {

    static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private Notices() {}

    static Notice notice() {
        return notice("Disk full", "No space left\non /data");
    }

    static Notice notice(String title, String text) {
        return new Notice(
                "msg_1",
                "incident.fired",
                new ProjectId("shop"),
                TIME,
                title,
                text,
                new LinkedHashMap<>(Map.of("Source", "checkout <b>")));
    }
}
