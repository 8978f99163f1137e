package dev.faultline.telemetry;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.heartbeat.StageReport;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What this process has to say about itself.
final class SelfPortrait {

    private final TelemetrySettings settings;
    private final List<StageCheck> checks;
    private final SystemMeter system;
    private final HttpMeter http;
    private final WebConnections web;
    private final InstantSource clock;
    private final Instant startedAt;
    private final String host = host();

    SelfPortrait(
            TelemetrySettings settings,
            List<StageCheck> checks,
            SystemMeter system,
            HttpMeter http,
            WebConnections web,
            InstantSource clock) {
        this.settings = settings;
        this.checks = List.copyOf(checks);
        this.system = system;
        this.http = http;
        this.web = web;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    Heartbeat take(boolean stopping) {
        return new Heartbeat(
                Heartbeat.SCHEMA_VERSION,
                settings.instanceId().isEmpty() ? host + ":" + web.port() : settings.instanceId(),
                host,
                startedAt,
                clock.instant(),
                stopping,
                checks.stream()
                        .map(check -> new StageReport(check.stage(), check.problem().orElse(null)))
                        .toList(),
                system.report(),
                http.report());
    }

    /// Containers are named by the variable; a shell does not hand it on.
    private static String host() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
