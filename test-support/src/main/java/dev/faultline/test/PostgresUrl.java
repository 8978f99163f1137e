package dev.faultline.test;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An address of PostgreSQL in libpq's form.
 *
 * @param user may be empty
 * @param password may be empty
 */
record PostgresUrl(String host, int port, String database, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    static PostgresUrl parse(String libpqUrl) {
        var uri = URI.create(libpqUrl);
        if (uri.getHost() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException(
                    "%s is no address of a PostgreSQL: use postgres://user:password@host:port/database."
                            .formatted(libpqUrl));
        }
        var userInfo = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        int colon = userInfo.indexOf(':');
        var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        var password = colon < 0 ? "" : userInfo.substring(colon + 1);
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new PostgresUrl(uri.getHost(), port, uri.getPath().substring(1), user, password);
    }

    PostgresUrl withDatabase(String name) {
        return new PostgresUrl(host, port, name, user, password);
    }

    String libpq() {
        var secret = password.isEmpty() ? "" : ":" + encode(password);
        return "postgres://%s%s@%s:%d/%s".formatted(encode(user), secret, host, port, database);
    }

    String jdbc() {
        var secret = password.isEmpty() ? "" : "&password=" + encode(password);
        return "jdbc:postgresql://%s:%d/%s?user=%s%s"
                .formatted(host, port, database, encode(user), secret);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
