package dev.faultline.alerting;

import dev.faultline.access.AccessConfiguration;
import dev.faultline.alerting.cells.CellsConfiguration;
import dev.faultline.alerting.incidents.IncidentsConfiguration;
import dev.faultline.alerting.integrations.IntegrationsConfiguration;
import dev.faultline.alerting.notifications.NotificationsConfiguration;
import dev.faultline.alerting.preview.PreviewConfiguration;
import dev.faultline.alerting.rules.RulesConfiguration;
import dev.faultline.audit.AuditTrailConfiguration;
import dev.faultline.heartbeat.StageName;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.limit.UsageConfiguration;
import dev.faultline.telemetry.StageCheck;
import dev.faultline.telemetry.TelemetryConfiguration;
import dev.faultline.web.WebConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All beans of alerting. Each feature lists its own.
@Configuration(proxyBeanMethods = false)
@Import({
    WebConfiguration.class,
    AccessConfiguration.class,
    AuditTrailConfiguration.class,
    KafkaConfiguration.class,
    UsageConfiguration.class,
    TelemetryConfiguration.class,
    IntegrationsConfiguration.class,
    RulesConfiguration.class,
    CellsConfiguration.class,
    PreviewConfiguration.class,
    IncidentsConfiguration.class,
    NotificationsConfiguration.class
})
public class AlertingConfiguration {

    @Bean
    StageCheck alertingCheck() {
        return StageCheck.alive(StageName.ALERTING);
    }
}
