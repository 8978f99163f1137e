package dev.faultline.query;

import dev.faultline.access.AccessConfiguration;
import dev.faultline.audit.AuditTrailConfiguration;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.limit.UsageConfiguration;
import dev.faultline.query.access.ManagedAccessConfiguration;
import dev.faultline.query.aliases.AliasesConfiguration;
import dev.faultline.query.analytics.AnalyticsConfiguration;
import dev.faultline.query.audit.AuditLogConfiguration;
import dev.faultline.query.cache.CacheConfiguration;
import dev.faultline.query.database.DatabaseConfiguration;
import dev.faultline.query.docs.DocsConfiguration;
import dev.faultline.query.errors.ErrorsConfiguration;
import dev.faultline.query.events.EventsConfiguration;
import dev.faultline.query.grouping.GroupingConfiguration;
import dev.faultline.query.monitoring.MonitoringConfiguration;
import dev.faultline.query.occurrences.OccurrencesConfiguration;
import dev.faultline.query.progress.ProgressConfiguration;
import dev.faultline.query.projection.ProjectionConfiguration;
import dev.faultline.query.projects.ProjectsConfiguration;
import dev.faultline.query.recovery.RecoveryConfiguration;
import dev.faultline.query.retention.RetentionConfiguration;
import dev.faultline.query.settings.SettingsConfiguration;
import dev.faultline.query.stream.StreamConfiguration;
import dev.faultline.query.team.TeamConfiguration;
import dev.faultline.query.usage.KeyUsesConfiguration;
import dev.faultline.telemetry.TelemetryConfiguration;
import dev.faultline.web.WebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The query API: what a process imports to be one, alone or beside other stages. Each feature
/// lists its own beans.
@Configuration(proxyBeanMethods = false)
@Import({
    WebConfiguration.class,
    AccessConfiguration.class,
    AuditTrailConfiguration.class,
    KafkaConfiguration.class,
    UsageConfiguration.class,
    DatabaseConfiguration.class,
    CacheConfiguration.class,
    AliasesConfiguration.class,
    ProgressConfiguration.class,
    ProjectionConfiguration.class,
    ErrorsConfiguration.class,
    AnalyticsConfiguration.class,
    EventsConfiguration.class,
    GroupingConfiguration.class,
    OccurrencesConfiguration.class,
    RecoveryConfiguration.class,
    RetentionConfiguration.class,
    SettingsConfiguration.class,
    KeyUsesConfiguration.class,
    StreamConfiguration.class,
    TelemetryConfiguration.class,
    MonitoringConfiguration.class,
    ManagedAccessConfiguration.class,
    ProjectsConfiguration.class,
    TeamConfiguration.class,
    AuditLogConfiguration.class,
    DocsConfiguration.class
})
public class QueryApiConfiguration {}
