package dev.faultline.alerting.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {

    private static final String PUBLIC = "93.184.215.14";

    private static EgressGuard guard(NameService names, String... allowed) {
        return new EgressGuard(new EgressSettings(List.of(allowed)), false, names);
    }

    private static NameService always(String... addresses) {
        return _ -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
    }

    private static final NameService NO_NAMES =
            host -> {
                throw new UnknownHostException(host);
            };

    private static Destination https(String host) {
        return new Destination(Protocol.HTTPS, host, 443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // This machine and its networks.
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "::1",
                "::",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fec0::1",
                "169.254.1.1",
                "fe80::1",
                "100.64.0.1",
                "100.127.255.255",
                // Metadata of clouds.
                "169.254.169.254",
                "169.254.170.2",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "fd00:ec2::254",
                "fe80::a9fe:a9fe",
                // Reserved.
                "192.0.0.1",
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.1",
                "198.18.0.1",
                "198.19.255.255",
                "192.88.99.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "ff02::1",
                "ff0e::1",
                "100::1",
                "2001:db8::1",
                "3fff::1",
                "5f00::1",
                "4000::1",
                // IPv4 inside of IPv6: mapped, compatible, translated, 6to4, Teredo, ISATAP.
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::10.0.0.1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "2001:0:4136:e378:8000:63bf:80ff:fffe",
                "2607:f8b0:4004:800:0:5efe:7f00:1",
                "2607:f8b0:4004:800:200:5efe:a00:1",
            })
    void connectsToNothingInside(String address) {
        Destination name = https("internal.example.com");

        assertThatExceptionOfType(ForbiddenDestinationException.class)
                .isThrownBy(() -> guard(always(address)).resolve(name))
                .withMessageStartingWith("must have an address in the Internet");
        assertThatExceptionOfType(ForbiddenDestinationException.class)
                .isThrownBy(() -> guard(always(PUBLIC, address)).resolve(name));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guard(always(address)).checked(name))
                .withMessageNotContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {PUBLIC, "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:21f::1"})
    void connectsToTheInternet(String address) throws UnknownHostException {
        assertThat(guard(always(address)).resolve(https("example.com")))
                .containsExactly(InetAddress.ofLiteral(address));
        assertThat(guard(NO_NAMES).resolve(https(address)))
                .containsExactly(InetAddress.ofLiteral(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "169.254.169.254", "::ffff:127.0.0.1"})
    void takesALiteralAddressForWhatItIs(String address) {
        assertThatExceptionOfType(ForbiddenDestinationException.class)
                .isThrownBy(() -> guard(always(PUBLIC)).resolve(https(address)));
    }

    @Test
    void checksAgainWhenTheNameGetsAnotherAddress() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of(PUBLIC, PUBLIC, "127.0.0.1"));
        EgressGuard guard = guard(_ -> List.of(InetAddress.ofLiteral(answers.remove())));
        Destination rebinding = https("rebinding.example.com");

        assertThat(guard.checked(rebinding)).isEqualTo(rebinding);
        assertThat(guard.resolve(rebinding)).containsExactly(InetAddress.ofLiteral(PUBLIC));
        assertThatExceptionOfType(ForbiddenDestinationException.class)
                .isThrownBy(() -> guard.resolve(rebinding));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS, 443, true",
        "HTTPS, 8443, true",
        "HTTPS, 80, false",
        "HTTPS, 22, false",
        "HTTPS, 6379, false",
        "HTTP, 80, false",
        "HTTP, 443, false",
        "SECURE_SMTP, 25, true",
        "SECURE_SMTP, 465, true",
        "SECURE_SMTP, 587, true",
        "SECURE_SMTP, 2525, true",
        "SECURE_SMTP, 443, false",
        "SMTP, 25, false",
        "SMTP, 587, false"
    })
    void letsOutOnlyWhatIsEncryptedOnItsPorts(Protocol protocol, int port, boolean allowed) {
        Destination to = new Destination(protocol, "example.com", port);

        for (NameService names : List.of(always(PUBLIC), NO_NAMES)) {
            if (allowed) {
                assertThat(guard(names).checked(to)).isEqualTo(to);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> guard(names).checked(to))
                        .withMessageContaining("FAULTLINE_ALERTING_EGRESS_ALLOWED");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, intern, 10.1.2.3, 8080, true",
        "10.0.0.0/8, intern, 11.1.2.3, 8080, false",
        "10.1.2.3, intern, 10.1.2.3, 25, true",
        "10.1.2.3, intern, 10.1.2.4, 25, false",
        "fd00::/8, intern, fd00::1, 80, true",
        "intern:8080, intern, 10.1.2.3, 8080, true",
        "INTERN:8080, intern, 127.0.0.1, 8080, true",
        "intern:8080, intern, 10.1.2.3, 8081, false",
        "intern:8080, extern, 10.1.2.3, 8080, false",
    })
    void letsTheOperatorAllowMore(
            String allowed, String host, String address, int port, boolean expected) {
        Destination to = new Destination(Protocol.HTTP, host, port);
        EgressGuard guard = guard(always(address), allowed);

        assertThat(guard.isAllowListed(to)).isEqualTo(expected);
        if (!expected) {
            assertThatIllegalArgumentException().isThrownBy(() -> guard.checked(to));
        }
    }

    @Test
    void allowsThisMachineInDevelopmentUnlessSomethingElseIsNamed() throws UnknownHostException {
        Destination here = new Destination(Protocol.HTTP, "localhost", 1234);
        NameService names = always("127.0.0.1", "::1");

        assertThat(new EgressGuard(new EgressSettings(List.of()), true, names).resolve(here))
                .hasSize(2);
        assertThatExceptionOfType(ForbiddenDestinationException.class)
                .isThrownBy(() ->
                        new EgressGuard(new EgressSettings(List.of("10.0.0.0/8")), true, names)
                                .resolve(here));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/x", "intern", "intern:", "intern:0x", ":80", "*"})
    void refusesAMalformedException(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressSettings(List.of(entry)))
                .withMessageStartingWith("FAULTLINE_ALERTING_EGRESS_ALLOWED holds '%s'", entry);
    }

    @Test
    void reportsANameWithoutAddress() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> guard(NO_NAMES).resolve(https("example.com")))
                .isNotInstanceOf(ForbiddenDestinationException.class);
    }
}
