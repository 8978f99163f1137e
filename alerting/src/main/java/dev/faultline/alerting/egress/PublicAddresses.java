package dev.faultline.alerting.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.springframework.boot.http.client.InetAddressFilter;

/// Which addresses belong to the Internet: not to this machine, a private network, a provider's
/// inside, nor to an IPv6 network that carries an IPv4 address which might.
final class PublicAddresses {

    /// Spring's list follows [RFC 6890](https://www.rfc-editor.org/rfc/rfc6890); these are on top.
    /// Of IPv6 only global unicast is left, which excludes mapped, compatible and translated
    /// (`64:ff9b:1::/48`) addresses too.
    private static final InetAddressFilter LISTED =
            InetAddressFilter.externalAddresses()
                    .andNot(
                            // Azure's inside: DHCP, DNS, metadata.
                            "168.63.129.16",
                            // Relays and sinks of the root zone's operators.
                            "192.31.196.0/24",
                            "192.52.193.0/24",
                            "192.175.48.0/24",
                            // Documentation and segment routing, newer than RFC 6890.
                            "3fff::/20",
                            "5f00::/16")
                    .and(address ->
                            !(address instanceof Inet6Address six)
                                    || (isGlobalUnicast(six) && !isTunnelled(six)));

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return LISTED.matches(address) && !isOwn(address);
    }

    private static boolean isGlobalUnicast(Inet6Address address) {
        return (address.getAddress()[0] & 0xe0) == 0x20;
    }

    /// [ISATAP](https://www.rfc-editor.org/rfc/rfc5214#section-6.1) has an IPv4 address in the
    /// interface's part.
    private static boolean isTunnelled(Inet6Address address) {
        byte[] bytes = address.getAddress();
        return (bytes[8] & 0xfd) == 0
                && bytes[9] == 0
                && bytes[10] == 0x5e
                && bytes[11] == (byte) 0xfe;
    }

    /// A server in the Internet has public addresses itself.
    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // It can't be told: better refused.
            return true;
        }
    }
}
