package dev.faultline.alerting;

import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.web.WebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All beans of alerting.
@Configuration(proxyBeanMethods = false)
@Import({WebConfiguration.class, KafkaConfiguration.class})
public class AlertingConfiguration {}
