package dev.faultline.alerting.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/services/T0/B0/x, HTTPS, hooks.slack.com, 443, /services/T0/B0/x",
        "https://hooks.slack.com/..., HTTPS, hooks.slack.com, 443, /...",
        "HTTPS://Example.COM, HTTPS, example.com, 443, /",
        "https://example.com:8443/a?b=c%20d, HTTPS, example.com, 8443, /a?b=c%20d",
        "http://127.0.0.1:8080/, HTTP, 127.0.0.1, 8080, /",
        "http://[::1]/x, HTTP, ::1, 80, /x",
        "https://xn--bcher-kva.example/, HTTPS, xn--bcher-kva.example, 443, /",
        "https://example.com?x, HTTPS, example.com, 443, /?x"
    })
    void readsWhereItPointsTo(String text, Protocol protocol, String host, int port, String path) {
        HttpUrl url = HttpUrl.parse(text);

        assertThat(url.destination()).isEqualTo(new Destination(protocol, host, port));
        assertThat(url.path()).isEqualTo(path);
        assertThat(HttpUrl.parse(url.text())).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.com",
                "//example.com/",
                "/path",
                "https:",
                "https://",
                "https:///path",
                "https://:443/",
                "https:example.com",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/_x",
                "jar:https://example.com/x!/y",
                "javascript:alert(1)",
                "data:text/plain,x",
                "ldap://example.com/",
                "unix:///var/run/docker.sock",
                // User and password, which readers disagree about.
                "https://user@example.com/",
                "https://user:password@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com%40127.0.0.1/",
                "https://example.com\\@127.0.0.1/",
                "https://127.0.0.1\\.example.com/",
                "https://example.com#@127.0.0.1/",
                "https://example.com/#fragment",
                // An IPv4 address in another spelling.
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f.1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.01/",
                "https://127.0.0.1./",
                "https://127.0.0.256/",
                "https://127.0.0.1.1/",
                "https://0/",
                "https://example.1/",
                "https://1.2.3.4.0x5/",
                "https://127.0.0.1%2f/",
                "https://127.0.0.1%00.example.com/",
                "https://%31%32%37.0.0.1/",
                // Other characters that become these.
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://ｌocalhost/",
                "https://bücher.example/",
                "https://example.com\u200b/",
                "https://localhos\u0131t/",
                // Blanks, line breaks and control characters.
                "https://example.com /",
                " https://example.com/",
                "https://example.com/\r\nX-Injected: 1",
                "https://example.com/a b",
                "https://exam\tple.com/",
                "https://example.com/\u0000",
                "https://example.com/\u00e9",
                // Hosts that are none.
                "https://-example.com/",
                "https://example-.com/",
                "https://exa_mple.com/",
                "https://example..com/",
                "https://.example.com/",
                "https://example.com./",
                "https://*.example.com/",
                "https://exa$mple.com/",
                "https://localhost,example.com/",
                // IPv6, broken or with a zone.
                "https://[::1/",
                "https://::1/",
                "https://[::1]x/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://[::g]/",
                "https://[1::2::3]/",
                "https://[127.0.0.1]/",
                "https://[v1.x]/",
                "https://[]/",
                // Ports.
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:99999999999/",
                "https://example.com:-1/",
                "https://example.com:+443/",
                "https://example.com:80:443/",
                "https://example.com:x/",
            })
    void refusesWhatReadersCouldDisagreeAbout(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpUrl.parse(text));
    }

    @Test
    void refusesALongUrl() {
        String url = "https://example.com/" + "x".repeat(2048);

        assertThatIllegalArgumentException().isThrownBy(() -> HttpUrl.parse(url));
    }

    @Test
    void showsTheHostOnly() {
        HttpUrl url = HttpUrl.parse("https://hooks.slack.com/services/T0/B0/secret?token=secret");

        assertThat(url).hasToString("https://hooks.slack.com/...");
        assertThat(HttpUrl.parse("http://[::1]:81/secret")).hasToString("http://[::1]:81/...");
    }
}
