package dev.faultline.query.database;

import dev.faultline.database.DatabaseUrl;
import dev.faultline.database.SslMode;
import dev.faultline.startup.StartupException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// What production refuses of a database, because anybody could read it.
final class ProductionDatabase {

    /// As it stands in the documentation and in docker-compose.yml.
    private static final String KNOWN_PASSWORD = "error_logs_password";

    private ProductionDatabase() {}

    /// @throws StartupException naming the variable and what to do, if it is refused
    static void check(DatabaseUrl url) {
        if (KNOWN_PASSWORD.equals(url.password())) {
            throw new StartupException(
                    "The password in DATABASE_URL is the one of the documentation, which everybody knows: give the database another one (docker-compose.yml takes it from POSTGRES_PASSWORD).");
        }
        boolean plain = url.sslMode() == SslMode.DISABLE || url.sslMode() == SslMode.ALLOW;
        if (plain && isPublic(url.host())) {
            throw new StartupException(
                    "DATABASE_URL leads to %s over the internet without TLS: add ?sslmode=require, or better verify-full."
                            .formatted(url.location()));
        }
    }

    /// A name that can't be resolved now is told by who connects.
    private static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .anyMatch(address -> !isPrivate(address));
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        int first = address.getAddress()[0] & 0xff;
        int second = address.getAddress()[1] & 0xff;
        boolean uniqueLocal = address instanceof Inet6Address && (first & 0xfe) == 0xfc;
        boolean sharedByACarrier = first == 100 && (second & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal
                || sharedByACarrier;
    }
}
