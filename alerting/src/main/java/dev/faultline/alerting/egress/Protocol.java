package dev.faultline.alerting.egress;

import java.util.List;

/// What is spoken to a destination.
public enum Protocol {
    HTTPS,
    /// SMTP in TLS, from the beginning or after STARTTLS.
    SECURE_SMTP,
    HTTP,
    SMTP;

    /// The ports on which it may be spoken to anybody in the Internet; none if it is unencrypted:
    /// then only to destinations that the operator allows.
    List<Integer> publicPorts() {
        return switch (this) {
            case HTTPS -> List.of(443, 8443);
            case SECURE_SMTP -> List.of(25, 465, 587, 2525);
            case HTTP, SMTP -> List.of();
        };
    }
}
