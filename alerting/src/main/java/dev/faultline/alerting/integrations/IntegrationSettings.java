package dev.faultline.alerting.integrations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How integrations may be used.
///
/// @param testsPerMinute how often a project can test in a minute, at each process; 1 to 1000
@ConfigurationProperties("faultline.alerting.integrations")
public record IntegrationSettings(@DefaultValue("10") int testsPerMinute) {

    public IntegrationSettings {
        if (testsPerMinute < 1 || testsPerMinute > 1000) {
            throw new IllegalArgumentException("tests-per-minute must be 1 to 1000");
        }
    }
}
