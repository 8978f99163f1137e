package dev.faultline.alerting.egress;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where notices may be sent to beside the Internet.
///
/// @param allowed networks such as `10.0.0.0/8`, addresses, or `host:port`, on any port and
///   unencrypted too. If none is given: this machine in development and test, nothing in production
@ConfigurationProperties("faultline.alerting.egress")
public record EgressSettings(@DefaultValue List<String> allowed) {

    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    public EgressSettings {
        allowed = List.copyOf(allowed);
        AllowList.of(allowed);
    }

    AllowList allowList(boolean relaxed) {
        return AllowList.of(allowed.isEmpty() && relaxed ? LOOPBACK : allowed);
    }
}
