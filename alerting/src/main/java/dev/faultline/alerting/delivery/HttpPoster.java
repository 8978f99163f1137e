package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alerting.egress.Destination;
import dev.faultline.alerting.egress.EgressGuard;
import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.alerting.egress.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Posts to URLs that users gave. The client connects to the addresses that [EgressGuard] has
/// checked, for each request anew, follows no redirect, and knows neither proxies nor cookies.
/// Thread-safe.
final class HttpPoster implements AutoCloseable {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int MAX_ANSWER_BYTES = 8 * 1024;
    private static final int MAX_CONNECTIONS = 32;
    private static final String USER_AGENT = "Faultline";

    private final CloseableHttpClient encrypted;
    private final CloseableHttpClient plain;

    HttpPoster(EgressGuard guard, SSLContext tls) {
        this.encrypted = client(guard, Protocol.HTTPS, tls);
        this.plain = client(guard, Protocol.HTTP, tls);
    }

    /// An answer.
    ///
    /// @param retryAfter the header, if there is one
    /// @param body its beginning, where it was asked for: never to be shown
    record Answer(int status, @Nullable String retryAfter, String body) {}

    /// Posts, and reads no more than the head of the answer.
    Answer post(HttpUrl url, ContentType type, byte[] body, Map<String, String> headers)
            throws IOException {
        return post(url, type, body, headers, false);
    }

    /// @param withBody whether the beginning of an answer's body is read, 8 KiB at most
    Answer post(
            HttpUrl url,
            ContentType type,
            byte[] body,
            Map<String, String> headers,
            boolean withBody)
            throws IOException {
        HttpPost request = new HttpPost(URI.create(url.text()));
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, type));
        Destination to = url.destination();
        boolean secure = to.protocol() == Protocol.HTTPS;
        HttpHost host = new HttpHost(secure ? "https" : "http", to.host(), to.port());
        ClassicHttpResponse response =
                (secure ? encrypted : plain).executeOpen(host, request, null);
        try {
            return answer(response, withBody);
        } finally {
            // First: closing an answer reads it to its end, which an endless one does not have.
            request.cancel();
            closeQuietly(response);
        }
    }

    private static Answer answer(ClassicHttpResponse response, boolean withBody)
            throws IOException {
        Header retryAfter = response.getFirstHeader("Retry-After");
        String body = "";
        if (withBody && response.getEntity() != null) {
            InputStream content = response.getEntity().getContent();
            body = new String(content.readNBytes(MAX_ANSWER_BYTES), UTF_8);
        }
        return new Answer(
                response.getCode(), retryAfter == null ? null : retryAfter.getValue(), body);
    }

    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // The connection was cut just before, on purpose.
        }
    }

    private static CloseableHttpClient client(
            EgressGuard guard, Protocol protocol, SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(new GuardedResolver(guard, protocol))
                                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(timeout(CONNECT_TIMEOUT))
                                                .setSocketTimeout(timeout(SILENCE))
                                                .build())
                                .setMaxConnTotal(MAX_CONNECTIONS)
                                .setMaxConnPerRoute(MAX_CONNECTIONS)
                                .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(timeout(CONNECT_TIMEOUT))
                                .setResponseTimeout(timeout(SILENCE))
                                .setRedirectsEnabled(false)
                                .setAuthenticationEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                // Every request resolves and checks.
                .setConnectionReuseStrategy((_, _, _) -> false)
                // Straight to the target, whatever proxy the environment names.
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public void close() throws IOException {
        encrypted.close();
        plain.close();
    }

    /// Gives the client checked addresses, and it has no others.
    private record GuardedResolver(EgressGuard guard, Protocol protocol) implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return guard.resolve(new Destination(protocol, host, port)).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        @Override
        public InetAddress[] resolve(String host) {
            throw new UnsupportedOperationException("Whether it is allowed depends on the port");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
