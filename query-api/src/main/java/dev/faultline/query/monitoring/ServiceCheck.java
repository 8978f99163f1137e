package dev.faultline.query.monitoring;

import org.jspecify.annotations.Nullable;

/// Looks whether a server does its job. Run again and again, by one thread at a time.
interface ServiceCheck {

    /// The service as people read it.
    String name();

    /// @throws Exception if the server does not answer; the message says why
    Finding look() throws Exception;

    /// @param details null if there are none
    record Finding(HealthStatus status, @Nullable Details details) {}
}
