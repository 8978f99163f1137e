package dev.faultline.alerting.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Decides where may be connected to. Pure.
final class EgressPolicy {

    private static final String FIX =
            "; the operator can allow it in FAULTLINE_ALERTING_EGRESS_ALLOWED";

    private final AllowList allowed;

    EgressPolicy(AllowList allowed) {
        this.allowed = allowed;
    }

    /// Judges before the name is resolved.
    ///
    /// @return why not, as what completes a sentence; empty if the addresses decide
    Optional<String> refusalUnresolved(Destination to) {
        if (allowed.hasServer(to) || to.protocol().publicPorts().contains(to.port())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (to.protocol()) {
                            case HTTPS, SECURE_SMTP ->
                                    "must have one of the ports " + to.protocol().publicPorts();
                            case HTTP -> "must begin with https";
                            case SMTP -> "must be encrypted: set security to starttls or tls";
                        }
                        + FIX);
    }

    /// Judges the addresses that a name has. One that is not allowed condemns all: which of them is
    /// taken is up to chance.
    ///
    /// @return why not, without naming an address; empty if it may be connected to
    Optional<String> refusal(Destination to, List<InetAddress> addresses) {
        if (isAllowListed(to, addresses)) {
            return Optional.empty();
        }
        Optional<String> refusal = refusalUnresolved(to);
        if (refusal.isPresent()) {
            return refusal;
        }
        return addresses.stream().allMatch(PublicAddresses::contains)
                ? Optional.empty()
                : Optional.of("must have an address in the Internet" + FIX);
    }

    /// Whether the operator allows just this.
    boolean isAllowListed(Destination to, List<InetAddress> addresses) {
        return allowed.hasServer(to)
                || (!addresses.isEmpty() && addresses.stream().allMatch(allowed::hasAddress));
    }
}
