package dev.faultline.limit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Rate limits within this process.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
public class LimitConfiguration {

    @Bean
    UsageLedger usageLedger() {
        return new UsageLedger(UUID.randomUUID().toString());
    }

    @Bean
    RateLimiter rateLimiter(
            RateLimitSettings settings,
            UsageLedger ledger,
            InstantSource clock,
            MeterRegistry meters) {
        return new RateLimiter(settings, ledger, clock, new Random(), meters);
    }

    @Bean
    WrongKeys wrongKeys(RateLimitSettings settings, InstantSource clock) {
        return new WrongKeys(settings, clock);
    }
}
