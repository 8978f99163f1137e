package dev.faultline.alerting.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The one reading of a host. Whatever resolvers differ about is refused, above all the many
/// spellings of an IPv4 address: `0x7f.1`, `2130706433`, `127.1`, `0177.0.0.1`.
final class HostName {

    private static final int MAX_LENGTH = 253;

    private static final Pattern NAME =
            Pattern.compile(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /// What a resolver may take for a number, and so for an address.
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]+(:[0-9.]+)?");

    private HostName() {}

    /// @return in lower case
    /// @throws IllegalArgumentException with a sentence that lacks its subject
    static String read(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "must have a host of 1 to %d characters".formatted(MAX_LENGTH));
        }
        if (host.contains(":")) {
            if (literal(host).isEmpty()) {
                throw new IllegalArgumentException(
                        "must have a host that is an IPv6 address in its usual form");
            }
            return host;
        }
        if (!NAME.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "must have a host that is a name of ASCII letters, digits, hyphens and dots, or an address");
        }
        if (NUMERIC_END.matcher(host).matches() && !IPV4.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "must have a host that is a name, or an address of four decimal numbers");
        }
        return host;
    }

    /// The address that a host is; empty if it is a name. Never asks a name server.
    static Optional<InetAddress> literal(String host) {
        boolean four = IPV4.matcher(host).matches();
        if (!four && !(host.contains(":") && IPV6.matcher(host).matches())) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return four || address instanceof Inet6Address || host.startsWith("::ffff:")
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
