package dev.faultline.grouping.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.grouping.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingV1Test {

    private static final String TRACE =
            """
            shop.OrderNotFound: Order 17 not found
            \tat shop.Orders.find(Orders.java:42)
            \tat shop.Cart.pay(Cart.java:7)
            """;

    /// Golden: groups in topics and databases are found by it. If it must change, that is a new
    /// version.
    @Test
    void neverChanges() {
        assertThat(GroupingV1.VERSION).isEqualTo(1);
        assertThat(GroupingV1.fingerprint("Order 17 not found", TRACE, "shop"))
                .isEqualTo(new Fingerprint(1, "37df3d3a9b970ecc4f5567d9c93b39dc"));
    }

    @Test
    void groupsMessagesThatDifferInWhatVaries() {
        assertThat(of("User 42 is not 'active'", null))
                .isEqualTo(of("User 7 is not 'deleted'", null));
    }

    @Test
    void separatesMessages() {
        assertThat(of("User 42 not found", null)).isNotEqualTo(of("Order 42 not found", null));
    }

    @Test
    void separatesSources() {
        assertThat(GroupingV1.fingerprint("Boom", TRACE, "shop"))
                .isNotEqualTo(GroupingV1.fingerprint("Boom", TRACE, "billing"));
    }

    @Test
    void separatesFieldsThatJoinToTheSameText() {
        assertThat(GroupingV1.fingerprint("bc", null, "a"))
                .isNotEqualTo(GroupingV1.fingerprint("c", null, "ab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "no frame in here\nnor here"})
    void takesATraceWithoutFramesForNone(String trace) {
        assertThat(of("Boom", trace)).isEqualTo(of("Boom", null));
    }

    @Test
    void separatesWithAndWithoutTrace() {
        assertThat(of("Boom", TRACE)).isNotEqualTo(of("Boom", null));
    }

    @Test
    void leavesOutTheMessageOfATypedException() {
        assertThat(of("Boom", TRACE))
                .isEqualTo(of("Bang", TRACE.replace("Order 17", "Cart of Joe")));
    }

    @Test
    void readsEveryKindOfLineEnd() {
        assertThat(of("Boom", TRACE))
                .isEqualTo(of("Boom", TRACE.replace("\n", "\r\n")))
                .isEqualTo(of("Boom", TRACE.replace("\t", "        ").stripTrailing()));
    }

    @Test
    void separatesTheOrderOfFrames() {
        assertThat(of("Boom", "at a.b(A.java:1)\nat c.d(C.java:1)"))
                .isNotEqualTo(of("Boom", "at c.d(C.java:1)\nat a.b(A.java:1)"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0123456789abcdef0123456789abcdef",
        "128, 0123456789abcdef0123456789abcdef",
        "1, ''",
        "1, 0123456789ABCDEF0123456789ABCDEF",
        "1, 0123456789abcdef0123456789abcde",
        "1, 0123456789abcdef0123456789abcdef0"
    })
    void rejectsWhatIsNoFingerprint(int version, String value) {
        assertThatThrownBy(() -> new Fingerprint(version, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a fingerprint is a version from 1 to 127 and 32 hexadecimal digits");
    }

    private static Fingerprint of(String message, String trace) {
        return GroupingV1.fingerprint(message, trace, "shop");
    }
}
