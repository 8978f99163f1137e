package dev.faultline.alerting.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.http.client.InetAddressFilter;

/// What the operator allows beside the Internet.
///
/// @param networks addresses that may be connected to
/// @param servers `host:port`, whatever address they have
record AllowList(InetAddressFilter networks, Set<String> servers) {

    /// @throws IllegalArgumentException naming the setting, if an entry has neither form
    static AllowList of(List<String> entries) {
        List<String> networks = new ArrayList<>();
        Set<String> servers = new HashSet<>();
        for (String entry : entries) {
            if (isNetwork(entry)) {
                networks.add(entry);
            } else {
                servers.add(server(entry));
            }
        }
        return new AllowList(InetAddressFilter.of(networks.toArray(String[]::new)), servers);
    }

    private static boolean isNetwork(String entry) {
        int slash = entry.indexOf('/');
        String address = slash < 0 ? entry : entry.substring(0, slash);
        if (HostName.literal(address).isEmpty()) {
            return false;
        }
        try {
            InetAddressFilter.of(entry);
            return true;
        } catch (RuntimeException e) {
            throw malformed(entry);
        }
    }

    private static String server(String entry) {
        int colon = entry.lastIndexOf(':');
        try {
            return server(
                    HostName.read(entry.substring(0, Math.max(colon, 0))),
                    Integer.parseInt(entry.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw malformed(entry);
        }
    }

    private static String server(String host, int port) {
        return host + ":" + port;
    }

    private static IllegalArgumentException malformed(String entry) {
        return new IllegalArgumentException(
                "FAULTLINE_ALERTING_EGRESS_ALLOWED holds '%s': give networks such as 10.0.0.0/8, addresses, or host:port"
                        .formatted(entry));
    }

    boolean hasServer(Destination destination) {
        return servers.contains(server(destination.host(), destination.port()));
    }

    boolean hasAddress(InetAddress address) {
        return networks.matches(address);
    }
}
