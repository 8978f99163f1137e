package dev.faultline.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongKeysTest {

    private long second = 1_750_000_000L;

    @Test
    void sendsAwayWhoTriesTooMany() {
        WrongKeys wrongKeys = wrongKeys(RateLimitMode.ENFORCE);

        assertThat(wrongKeys.count("203.0.113.7")).isEmpty();
        assertThat(wrongKeys.count("203.0.113.7")).isEmpty();
        assertThat(wrongKeys.count("203.0.113.7")).hasValue(60);
        assertThat(wrongKeys.count("203.0.113.8")).isEmpty();
        second += 60;
        assertThat(wrongKeys.count("203.0.113.7")).isEmpty();
    }

    @Test
    void countsNothingUnlessLimitsAreEnforced() {
        WrongKeys wrongKeys = wrongKeys(RateLimitMode.OBSERVE);

        for (int i = 0; i < 10; i++) {
            assertThat(wrongKeys.count("203.0.113.7")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "0:0:0:0:0:0:0:1, 0000000000000000",
        "not:an:address, not:an:address"
    })
    void takesAnIpv6NetworkForOneAddress(String address, String network) {
        assertThat(WrongKeys.network(address)).isEqualTo(network);
    }

    private WrongKeys wrongKeys(RateLimitMode mode) {
        return new WrongKeys(
                new RateLimitSettings(mode, 10, 10, 10, 2, 100),
                () -> Instant.ofEpochSecond(second));
    }
}
