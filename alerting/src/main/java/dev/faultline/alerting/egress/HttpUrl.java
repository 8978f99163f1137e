package dev.faultline.alerting.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// An HTTP URL that a user gave, read once: what is checked is what is connected to.
///
/// Its text shows the host only, since a path can be a secret.
///
/// @param destination where it points to
/// @param path with the query, as it is sent: ASCII, starting with `/`
public record HttpUrl(Destination destination, String path) {

    private static final int MAX_LENGTH = 2048;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    /// @throws IllegalArgumentException one sentence that says what is wrong, without the URL
    public static HttpUrl parse(String text) {
        if (text.length() > MAX_LENGTH || !PRINTABLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a URL of at most %d printable ASCII characters".formatted(MAX_LENGTH));
        }
        if (text.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("must be a URL without a backslash");
        }
        URI uri;
        try {
            uri = new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URL such as https://example.com/path", e);
        }
        return of(uri);
    }

    private static HttpUrl of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
            throw new IllegalArgumentException("must be a URL such as https://example.com/path");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must be a URL without user and password");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must be a URL without a fragment (#)");
        }
        Protocol protocol = scheme.equals("https") ? Protocol.HTTPS : Protocol.HTTP;
        int port = uri.getPort() == -1 ? defaultPort(protocol) : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new HttpUrl(
                new Destination(protocol, unbracketed(uri.getHost()), port), path + query);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int defaultPort(Protocol protocol) {
        return protocol == Protocol.HTTPS ? 443 : 80;
    }

    /// The whole of it, to be stored or sent to; a secret.
    public String text() {
        return origin() + path;
    }

    /// Scheme, host and port.
    public String origin() {
        String host = destination.host();
        String shown = host.indexOf(':') < 0 ? host : '[' + host + ']';
        String scheme = destination.protocol() == Protocol.HTTPS ? "https" : "http";
        return destination.port() == defaultPort(destination.protocol())
                ? "%s://%s".formatted(scheme, shown)
                : "%s://%s:%d".formatted(scheme, shown, destination.port());
    }

    /// What may be shown of it, like `https://hooks.slack.com/...`.
    @Override
    public String toString() {
        return origin() + "/...";
    }
}
