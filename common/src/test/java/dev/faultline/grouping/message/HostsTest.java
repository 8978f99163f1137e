package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "10.0.0.1:8080",
                "10.0.0.0/8",
                "10.0.0.1#53",
                "fe80::1",
                "fe80::1%eth0",
                "2001:db8::/32",
                "::1",
                "::ffff:10.0.0.1",
                "df77:9e9f:ceb4:3c84:8839:c053:cdf6:d8d9",
                "db:3b:2c:33:48:b5",
                "localhost",
                "localhost:8080",
                "db-1.shop.internal",
                "db-1.shop.internal:5432",
                "www.example.xyz",
                "proxy.cse.cuhk.edu.hk:5070",
                "5.36.59.76.dynamic-dsl-ip.omantel.net.om",
                "redis-0.redis.default.svc.cluster.local",
                "cache.prod.custom:6379",
                "localhost/127.0.0.1:9092",
                "ip-10-0-0-1.eu-west-1.compute.internal"
            })
    void readsAddressesAndNamesWithTheirPorts(String text) {
        assertThat(Hosts.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.shop.app",
                "org.apache.kafka",
                "java.net",
                "server.port",
                "spring.datasource.url",
                "main.go:12",
                "Main.java:12",
                "state.clipTopAmount:180",
                "std::vector",
                "1.2.3",
                "1.2.3.4.5",
                "10.0.0.256x",
                "999.0.0.1",
                "::",
                "a::b",
                "12:30:45",
                "foo",
                "user.id",
                "example.com("
            })
    void leavesNamesOfPackagesFilesAndProperties(String text) {
        assertThat(Hosts.end(text, 0)).isEqualTo(Form.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "from /10.0.0.1:80 on → from <host> on",
                "from [::1]:80 on → from <host> on",
                "10.0.0.1, 10.0.0.2 and 10.0.0.3 → <host>",
                "example.com/a/b → <url>"
            })
    void joinsAHostAndWhatIsResolvedFromIt(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
