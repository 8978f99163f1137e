package dev.faultline.alerting.integrations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How integrations may be used.
///
/// @param testsPerMinute how often a project can test in a minute, at each process; 1 to 1000
/// @param invitationsPerMinute how many invitations a project can send by mail in a minute, at each
///   process; 1 to 1000
@ConfigurationProperties("faultline.alerting.integrations")
public record IntegrationSettings(
        @DefaultValue("10") int testsPerMinute, @DefaultValue("20") int invitationsPerMinute) {

    private static final int MOST = 1000;

    public IntegrationSettings {
        check("tests-per-minute", testsPerMinute);
        check("invitations-per-minute", invitationsPerMinute);
    }

    private static void check(String name, int perMinute) {
        if (perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException("%s must be 1 to %d".formatted(name, MOST));
        }
    }
}
