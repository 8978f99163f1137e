package dev.faultline.query.team;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How a team is invited.
///
/// @param alertingUrl where alerting answers (`ALERTING_URL`), which is asked to send invitations
///   by mail
@ConfigurationProperties("faultline.query.team")
public record TeamSettings(URI alertingUrl) {

    public TeamSettings {
        if (alertingUrl.getHost() == null
                || !String.valueOf(alertingUrl.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "ALERTING_URL must be a URL like http://localhost:8080");
        }
    }
}
