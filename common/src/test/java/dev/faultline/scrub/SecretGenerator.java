package dev.faultline.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes secrets of all kinds, each printed as some runtime or person prints it.
final class SecretGenerator {

    /// @param value what must not stay
    /// @param text the value as it is printed, with what gives it away
    /// @param rules one of which finds it
    record Secret(String value, String text, List<ScrubRule> rules) {}

    static final int KINDS = 12;

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String ALNUM = LOWER + UPPER + DIGITS;

    private static final List<String> KEYS =
            List.of(
                    "password",
                    "Password",
                    "PASSWORD",
                    "db_password",
                    "DB_PASSWORD",
                    "dbPassword",
                    "spring.datasource.password",
                    "passwd",
                    "user_pwd",
                    "secret",
                    "client_secret",
                    "clientSecret",
                    "CLIENT-SECRET",
                    "api_key",
                    "apiKey",
                    "API_KEY",
                    "X-Api-Key",
                    "access_token",
                    "accessToken",
                    "refresh_token",
                    "auth_token",
                    "private_key",
                    "secretKey",
                    "AWS_SECRET_ACCESS_KEY",
                    "signing_key",
                    "passphrase",
                    "new_password",
                    "password2",
                    "password_confirmation",
                    "encryption_key",
                    "credentials");

    /// `%1$s` is the key, `%2$s` the value.
    private static final List<String> PAIRS =
            List.of(
                    "%1$s=%2$s",
                    "%1$s = %2$s",
                    "%1$s: %2$s",
                    "%1$s:%2$s",
                    "\"%1$s\":\"%2$s\"",
                    "\"%1$s\": \"%2$s\"",
                    "\"%1$s\" : \"%2$s\"",
                    "{\\\"%1$s\\\":\\\"%2$s\\\"}",
                    "\\\\\\\"%1$s\\\\\\\":\\\\\\\"%2$s\\\\\\\"",
                    "'%1$s': '%2$s'",
                    "{'%1$s': '%2$s', 'user': 'bob'}",
                    "\"%1$s\"=>\"%2$s\"",
                    ":%1$s=>\"%2$s\"",
                    "[%1$s] => %2$s",
                    "<%1$s>%2$s</%1$s>",
                    "&lt;%1$s&gt;%2$s&lt;/%1$s&gt;",
                    "Credentials{%1$s=%2$s, user=bob}",
                    "Credentials(user=bob, %1$s=%2$s)",
                    "Login { user: \"bob\", %1$s: Some(\"%2$s\") }",
                    "{User:bob %1$s:%2$s Host:db}",
                    "--%1$s %2$s",
                    "--%1$s=%2$s",
                    "-D%1$s=%2$s",
                    "['--%1$s', '%2$s']",
                    "user=bob&%1$s=%2$s&x=1",
                    "/login?%1$s=%2$s",
                    "user%%3Dbob%%26%1$s%%3D%2$s%%26x%%3D1",
                    "%%7B%%22%1$s%%22%%3A%%22%2$s%%22%%7D",
                    "Server=db;User Id=sa;%1$s=%2$s;Encrypt=true",
                    "export %1$s='%2$s'",
                    "%1$s = b'%2$s'",
                    "%1$s := `%2$s`",
                    "%1$s=\"%2$s\"",
                    "form[%1$s]=%2$s",
                    "env['%1$s'] = '%2$s'",
                    "<ns:%1$s type=\"t\">%2$s</ns:%1$s>",
                    "%1$s: '%2$s'\nuser: bob",
                    "    %1$s: %2$s\n    user: bob",
                    "(%1$s=%2$s)",
                    "[%1$s=%2$s]");

    private static final List<String> USERINFO =
            List.of(
                    "https://bob:%s@host.example.com/x",
                    "postgres://app:%s@db:5432/shop",
                    "redis://:%s@cache:6379/0",
                    "amqp://app:%s@mq/vhost",
                    "mongodb+srv://app:%s@c.example.net/db?w=1",
                    "app:%s@tcp(10.0.0.1:3306)/shop",
                    "jdbc:oracle:thin:app/%s@db:1521:x",
                    "ftp://bob:%s@files",
                    "curl -u bob:%s https://x");

    private static final List<String> HEADERS =
            List.of(
                    "Authorization: Bearer %s",
                    "authorization: bearer %s",
                    "Authorization: Token %s",
                    "'Authorization': 'Bearer %s'",
                    "Authorization=[Bearer %s]",
                    "Bearer %s",
                    "Proxy-Authorization: Basic %s",
                    "Cookie: theme=dark; session=%s",
                    "BEARER %s",
                    "Set-Cookie: sid=%s; Path=/; HttpOnly",
                    "X-Auth-Token: %s",
                    "map[Authorization:[Bearer %s]]",
                    "curl -H 'X-Api-Key: %s'",
                    "(\"Authorization\", \"Bearer %s\")",
                    "Authorization: %s");

    private static final List<String> SQL =
            List.of(
                    "CREATE USER app IDENTIFIED BY '%s'",
                    "ALTER USER app WITH PASSWORD '%s'",
                    "identified by \"%s\"",
                    "SET PASSWORD = PASSWORD('%s')",
                    "set password for app = '%s'",
                    "Login failed for user bob with password \"%s\"");

    private static final List<String> PARAMETERS =
            List.of(
                    "token",
                    "key",
                    "code",
                    "sig",
                    "signature",
                    "auth",
                    "session",
                    "access_token",
                    "X-Amz-Signature");

    private final RandomGenerator random;

    SecretGenerator(RandomGenerator random) {
        this.random = random;
    }

    Secret next() {
        return next(random.nextInt(KINDS));
    }

    Secret next(int kind) {
        return switch (kind) {
            case 0, 1 -> pair();
            case 2 -> of(password(), one(USERINFO), ScrubRule.URL_USERINFO, ScrubRule.KV_SECRET);
            case 3 ->
                    of(
                            string(ALNUM, 24) + "7",
                            one(HEADERS),
                            ScrubRule.AUTH_SCHEME,
                            ScrubRule.KV_SECRET);
            case 4 -> of(word() + digits(2), one(SQL), ScrubRule.KV_SECRET);
            case 5 -> parameter();
            case 6 -> own(token(), ScrubRule.TOKEN);
            case 7 -> own(jwt(), ScrubRule.JWT);
            case 8 -> own(pem(), ScrubRule.PEM);
            case 9 -> own(card(), ScrubRule.CARD);
            case 10 ->
                    random.nextBoolean()
                            ? own(iban(), ScrubRule.IBAN)
                            : own(ssn(), ScrubRule.US_SSN);
            default -> random.nextBoolean() ? own(email(), ScrubRule.EMAIL) : home();
        };
    }

    private Secret pair() {
        String value = password();
        return new Secret(
                value,
                one(PAIRS).formatted(one(KEYS), value),
                List.of(ScrubRule.KV_SECRET, ScrubRule.QUERY_SECRET));
    }

    private Secret parameter() {
        String value = string(ALNUM, 12) + "4";
        String separator = one(List.of("?", "?page=2&", "#", "?a=1&amp;"));
        return new Secret(
                value,
                "https://example.com/cb%s%s=%s&x=1".formatted(separator, one(PARAMETERS), value),
                List.of(ScrubRule.QUERY_SECRET));
    }

    private Secret home() {
        String name = word() + digits(3);
        String path =
                one(
                        List.of(
                                "/home/%s/app/x.py",
                                "/Users/%s/dev", "C:\\Users\\%s\\x", "C:\\\\Users\\\\%s\\\\x"));
        return of(name, path, ScrubRule.USER_PATH);
    }

    private static Secret of(String value, String form, ScrubRule... rules) {
        return new Secret(value, form.formatted(value), List.of(rules));
    }

    private static Secret own(String value, ScrubRule rule) {
        return new Secret(value, value, List.of(rule));
    }

    String password() {
        return switch (random.nextInt(5)) {
            case 0 -> word() + digits(2);
            case 1 -> string(ALNUM, 20);
            case 2 -> string(ALNUM, 6) + "!" + digits(2) + "$" + string(LOWER, 3);
            case 3 -> string(ALNUM, 8) + "-" + string(ALNUM, 8);
            default -> Base64.getEncoder().encodeToString(string(ALNUM, 15).getBytes(UTF_8));
        };
    }

    private String token() {
        return switch (random.nextInt(9)) {
            case 0 -> "AKIA" + string(UPPER + DIGITS, 16);
            case 1 -> "ghp_" + string(ALNUM, 36);
            case 2 -> "glpat-" + string(ALNUM, 20);
            case 3 -> "xoxb-" + digits(12) + "-" + string(ALNUM, 24);
            case 4 -> "sk_live_" + string(ALNUM, 33);
            case 5 -> "AIza" + string(ALNUM, 35);
            case 6 -> "sk-ant-api03-" + string(ALNUM, 40);
            case 7 -> "SG." + string(ALNUM, 22) + "." + string(ALNUM, 43);
            default -> "npm_" + string(ALNUM, 36);
        };
    }

    private String jwt() {
        return base64("{\"alg\":\"HS256\"}")
                + "."
                + base64("{\"sub\":\"" + digits(8) + "\"}")
                + "."
                + string(ALNUM, 40);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private String pem() {
        String kind = one(List.of("", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "));
        String line = one(List.of("\n", "\\n", "\r\n"));
        return "-----BEGIN %1$sPRIVATE KEY-----%3$s%2$s%3$s-----END %1$sPRIVATE KEY-----"
                .formatted(kind, string(ALNUM, 64), line);
    }

    String card() {
        int length = one(List.of(16, 16, 16, 15, 14, 13, 19));
        String digits = one(List.of("3", "4", "5", "6")) + digits(length - 2);
        String card = digits + checkDigit(digits);
        return switch (random.nextInt(3)) {
            case 0 -> card;
            case 1 -> card.replaceAll("(.{4})(?=.)", "$1 ");
            default -> card.replaceAll("(.{4})(?=.)", "$1-");
        };
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 0 ? doubled : digit;
        }
        return (10 - sum % 10) % 10;
    }

    String iban() {
        String account =
                one(List.of("DE:18", "FR:23", "GB:18", "NL:14", "ES:20", "MT:27", "NO:11"));
        String country = account.substring(0, 2);
        String rest = digits(Integer.parseInt(account.substring(3)));
        String number =
                rest + (country.charAt(0) - 'A' + 10) + (country.charAt(1) - 'A' + 10) + "00";
        int check =
                98
                        - new java.math.BigInteger(number)
                                .mod(java.math.BigInteger.valueOf(97))
                                .intValue();
        String iban = country + "%02d".formatted(check) + rest;
        return switch (random.nextInt(3)) {
            case 0 -> iban;
            case 1 -> iban.toLowerCase(Locale.ROOT);
            default -> iban.replaceAll("(.{4})(?=.)", "$1 ");
        };
    }

    private String ssn() {
        return "%03d-%02d-%04d"
                .formatted(
                        random.nextInt(1, 600), random.nextInt(1, 100), random.nextInt(1, 10_000));
    }

    private String email() {
        String local = word() + one(List.of("", ".", "_", "+", "-")) + word() + digits(2);
        String domain =
                one(
                        List.of(
                                "example.com",
                                "mail.example.co.uk",
                                "müller.de",
                                "xn--mller-kva.de",
                                "163.com",
                                "例子.公司"));
        return (random.nextInt(4) == 0 ? local.toUpperCase(Locale.ROOT) : local) + "@" + domain;
    }

    private String word() {
        return string(LOWER, random.nextInt(5, 9));
    }

    private String digits(int length) {
        return string(DIGITS, length);
    }

    String string(String alphabet, int length) {
        StringBuilder string = new StringBuilder();
        for (int i = 0; i < length; i++) {
            string.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return string.toString();
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
