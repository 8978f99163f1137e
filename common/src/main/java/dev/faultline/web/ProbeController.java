package dev.faultline.web;

import dev.faultline.heartbeat.StageName;
import dev.faultline.telemetry.StageCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /health/live` and `GET /health/ready`, for whoever restarts processes and sends them
/// requests. Public, like `/health`.
@RestController
class ProbeController {

    private final List<StageCheck> checks;

    ProbeController(ObjectProvider<StageCheck> checks) {
        this.checks = checks.orderedStream().toList();
    }

    /// A process that answers is alive. What it depends on is no reason to restart it.
    @GetMapping("/health/live")
    Live live() {
        return new Live("ok");
    }

    /// 503 as long as one of the stages here can't do its job.
    @GetMapping("/health/ready")
    ResponseEntity<Ready> ready() {
        List<StageReadiness> stages =
                checks.stream()
                        .map(check ->
                                new StageReadiness(check.stage(), check.notReady().orElse(null)))
                        .toList();
        boolean ready = stages.stream().allMatch(stage -> stage.problem() == null);
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Ready(ready ? "ready" : "not_ready", stages));
    }

    record Live(String status) {}

    record Ready(String status, List<StageReadiness> stages) {}

    /// @param problem why the stage is not ready; null if it is
    record StageReadiness(StageName stage, @Nullable String problem) {}
}
