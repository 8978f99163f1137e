package dev.faultline.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL database as `DATABASE_URL` names it, in the form of [libpq's connection
/// URIs](https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS):
/// `postgres://user:password@host:port/database?sslmode=require`.
///
/// Its text never shows the password.
///
/// @param host name or address; an IPv6 address without its brackets
/// @param port 1 to 65535, 5432 if not given
/// @param database the user's name if not given, as in libpq
/// @param password null if not given
/// @param sslMode libpq's, `prefer` if not given
/// @param sslRootCertificate file of the authorities that the server's certificate is checked
///   against; null for the default of the user's home
public record DatabaseUrl(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        SslMode sslMode,
        @Nullable String sslRootCertificate) {

    /// @throws IllegalArgumentException one sentence that names the variable and what is wrong, and
    ///   never the password
    public static DatabaseUrl parse(String text) {
        return DatabaseUrlParser.parse(text);
    }

    /// For pgjdbc, without user and password.
    public String jdbcUrl() {
        String shownHost = host.indexOf(':') < 0 ? host : '[' + host + ']';
        String query =
                jdbcParameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + '=' + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return "jdbc:postgresql://%s:%d/%s?%s".formatted(shownHost, port, encode(database), query);
    }

    private Map<String, String> jdbcParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        // As in libpq: an authority's certificate turns "require" into a check of it.
        SslMode effective =
                sslMode == SslMode.REQUIRE && sslRootCertificate != null
                        ? SslMode.VERIFY_CA
                        : sslMode;
        parameters.put("sslmode", effective.text());
        if (sslRootCertificate != null) {
            parameters.put("sslrootcert", sslRootCertificate);
        }
        return parameters;
    }

    private static String encode(String text) {
        // A space is %20 to pgjdbc, not '+'.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Where it is, to be shown to people: no user, no password.
    public String location() {
        return "%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[%s, sslmode=%s]".formatted(location(), sslMode.text());
    }
}
