package dev.faultline.alerting.delivery;

import dev.faultline.access.AccessSettings;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.EgressSettings;
import dev.faultline.alerting.egress.NameService;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sending of notices.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EgressSettings.class)
public class DeliveryConfiguration {

    @Bean
    EgressGuard egressGuard(EgressSettings settings, AccessSettings access) {
        return new EgressGuard(settings, access.deployment().isRelaxed(), NameService.SYSTEM);
    }

    @Bean
    Senders noticeSenders(EgressGuard guard, InstantSource clock) throws NoSuchAlgorithmException {
        return new Senders(guard, SSLContext.getDefault(), clock);
    }

    @Bean
    Deliverer deliverer(Senders senders, MeterRegistry meters) {
        return new Deliverer(senders, meters, Deliverer.LIMIT);
    }
}
