package dev.faultline.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads libpq's connection URIs. `java.net.URI` is no help: it refuses passwords that libpq takes.
final class DatabaseUrlParser {

    private static final Pattern FORM =
            Pattern.compile(
                    "postgres(?:ql)?://(?:(?<userinfo>[^/?#]*)@)?(?<authority>[^/?#@]*)(?:/(?<database>[^?#]*))?(?:\\?(?<query>[^#]*))?");
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "(?:\\[(?<v6>[0-9A-Fa-f:.%]+)]|(?<host>[^:\\[\\],]+))(?::(?<port>.*))?");
    private static final int DEFAULT_PORT = 5432;

    private DatabaseUrlParser() {}

    static DatabaseUrl parse(String text) {
        Matcher url = FORM.matcher(text.strip());
        if (!url.matches()) {
            throw malformed();
        }
        Matcher authority = AUTHORITY.matcher(url.group("authority"));
        if (!authority.matches()) {
            throw new IllegalArgumentException(
                    "DATABASE_URL must name one host, as in postgres://user:password@host:5432/database");
        }
        String[] userInfo = orEmpty(url.group("userinfo")).split(":", 2);
        String user = decode(userInfo[0]);
        if (user.isEmpty()) {
            throw new IllegalArgumentException(
                    "DATABASE_URL names no user: write it as postgres://user:password@host:5432/database");
        }
        String database = decode(orEmpty(url.group("database")));
        Map<String, String> parameters = parameters(orEmpty(url.group("query")));
        return new DatabaseUrl(
                host(authority),
                port(authority.group("port")),
                database.isEmpty() ? user : database,
                user,
                userInfo.length == 2 ? decode(userInfo[1]) : null,
                sslMode(parameters.get("sslmode")),
                parameters.get("sslrootcert"));
    }

    private static String host(Matcher authority) {
        String v6 = authority.group("v6");
        return v6 == null ? decode(authority.group("host")) : decode(v6);
    }

    private static int port(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        // Not quoted: an unencoded '/' or '@' in a password would end up here.
        throw new IllegalArgumentException(
                "DATABASE_URL must name a port from 1 to 65535, and '/', '?' and '#' in a password must be percent-encoded");
    }

    private static SslMode sslMode(@Nullable String text) {
        if (text == null) {
            return SslMode.PREFER;
        }
        return SslMode.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "DATABASE_URL has an unknown sslmode: use one of "
                                        + SslMode.choices()));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            String[] parts = parameter.split("=", 2);
            String name = decode(parts[0]);
            if (parts.length != 2 || !(name.equals("sslmode") || name.equals("sslrootcert"))) {
                throw new IllegalArgumentException(
                        "DATABASE_URL has a parameter other than sslmode and sslrootcert: remove %s"
                                .formatted(shown(name)));
            }
            parameters.put(name, decode(parts[1]));
        }
        return parameters;
    }

    /// A name can be quoted only if it looks like one: what follows a `?` may be half a password.
    private static String shown(String name) {
        return name.matches("[a-z_]{1,40}") ? name : "it";
    }

    private static String decode(String text) {
        try {
            // In a URI a plus is a plus.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // Without its cause, which quotes the characters.
            throw new IllegalArgumentException(
                    "DATABASE_URL holds a '%' that starts no percent-encoded character: write it as %25");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "DATABASE_URL must have the form postgres://user:password@host:5432/database?sslmode=disable, with special characters percent-encoded");
    }
}
