package dev.faultline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.Role;
import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private static final Actor ACTOR =
            new Actor(new ProjectId("shop"), "key-1", "CI", "member-1", Role.ADMIN, "203.0.113.7");

    private final List<AuditEntry> sent = new ArrayList<>();
    private Instant now = Instant.parse("2025-08-29T12:00:00Z");
    private final AuditTrail trail =
            new AuditTrail(
                    (project, json) -> {
                        assertThat(project).isEqualTo("shop");
                        sent.add(AuditEntry.read(json));
                        return CompletableFuture.completedFuture(null);
                    },
                    () -> now);

    @Test
    void takesDownWhoChangedWhat() {
        trail.changed(ACTOR, "team.role", "jo", Map.of("role", "viewer"), Map.of("role", "admin"));

        AuditEntry entry = sent.getFirst();
        assertThat(entry.actor()).isEqualTo(ACTOR);
        assertThat(entry.at()).isEqualTo(now);
        assertThat(List.of(entry.action(), entry.object(), entry.result()))
                .containsExactly("team.role", "jo", "done");
        assertThat(String.valueOf(entry.before())).isEqualTo("{\"role\":\"viewer\"}");
        assertThat(String.valueOf(entry.after())).isEqualTo("{\"role\":\"admin\"}");
    }

    @Test
    void takesDownTheSameRefusalOnceAMinute() {
        trail.denied(ACTOR, "DELETE /api/errors/{id}");
        trail.denied(ACTOR, "DELETE /api/errors/{id}");
        trail.denied(ACTOR, "GET /api/settings/team");
        assertThat(sent).hasSize(2).allMatch(entry -> entry.result().equals("denied"));

        now = now.plus(Duration.ofMinutes(1));
        trail.denied(ACTOR, "DELETE /api/errors/{id}");
        assertThat(sent).hasSize(3);
    }

    @Test
    void takesDownAThousandRefusalsAMinuteAtMost() {
        for (int i = 0; i < DenialLimit.MOST + 5; i++) {
            trail.denied(ACTOR, "GET /" + i);
        }

        assertThat(sent).hasSize(DenialLimit.MOST);
    }

    @Test
    void letsAChangeStandWhoseLineIsLost() {
        var failing =
                new AuditTrail(
                        (_, _) -> CompletableFuture.failedFuture(new IllegalStateException("away")),
                        () -> now);

        failing.changed(ACTOR, "team.role", "jo", null, null);
    }
}
