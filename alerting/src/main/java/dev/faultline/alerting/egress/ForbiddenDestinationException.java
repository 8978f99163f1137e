package dev.faultline.alerting.egress;

import java.net.UnknownHostException;

/// A server that must not be connected to. As far as the client libraries know, it has no address.
public final class ForbiddenDestinationException extends UnknownHostException {

    /// @param message completes a sentence that begins with what names the server
    ForbiddenDestinationException(String message) {
        super(message);
    }
}
