package dev.faultline.alerting;

import dev.faultline.alerting.integrations.IntegrationsConfiguration;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.limit.UsageConfiguration;
import dev.faultline.web.WebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All beans of alerting. Each feature lists its own.
@Configuration(proxyBeanMethods = false)
@Import({
    WebConfiguration.class,
    KafkaConfiguration.class,
    UsageConfiguration.class,
    IntegrationsConfiguration.class
})
public class AlertingConfiguration {}
