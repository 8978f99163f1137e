package dev.faultline.alerting.egress;

/// A server that a user names.
///
/// @param host a name or a literal address in the form that [HostName] reads; IPv6 without brackets
/// @param port 1 to 65535
public record Destination(Protocol protocol, String host, int port) {

    /// @throws IllegalArgumentException if the host is no name or address, or the port out of range
    public Destination {
        host = HostName.read(host);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535");
        }
    }
}
