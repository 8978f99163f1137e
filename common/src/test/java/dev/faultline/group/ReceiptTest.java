package dev.faultline.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    private static final Receipt RECEIPT =
            new Receipt(Samples.SHOP, Samples.EVENT, Samples.GROUP, new RawPosition(3, 4_711));

    /// Golden: clients keep receipts.
    @Test
    void neverChanges() {
        String text =
                "r1_c2hvcHxvcmRlci0xfDk0MWI1MTc3LWRiZjktNWY3My05MTA5LTQyYjc5NmNhYWQyMXwzfDQ3MTE";

        assertThat(RECEIPT.text()).isEqualTo(text);
        assertThat(Receipt.parse(text)).contains(RECEIPT);
    }

    @Test
    void fitsIntoAUrlAtItsLongest() {
        Receipt longest =
                new Receipt(
                        new ProjectId("a".repeat(63)),
                        new EventId("/".repeat(128)),
                        Samples.GROUP,
                        new RawPosition(Integer.MAX_VALUE, Long.MAX_VALUE));

        assertThat(longest.text()).matches("[A-Za-z0-9_-]{1,400}");
        assertThat(Receipt.parse(longest.text())).contains(longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r1_",
                "r1",
                "r2_c2hvcHxvcmRlci0xfDk0MWI1MTc3LWRiZjktNWY3My05MTA5LTQyYjc5NmNhYWQyMXwzfDQ3MTE",
                "R1_c2hvcHxvcmRlci0xfDk0MWI1MTc3LWRiZjktNWY3My05MTA5LTQyYjc5NmNhYWQyMXwzfDQ3MTE",
                "r1_%%%",
                "r1_c2hvcHxvcmRlci0x\n",
                "r1_ä",
                "r1_A"
            })
    void readsNothingElse(String text) {
        assertThat(Receipt.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "||||",
                "shop|order-1|941b5177-dbf9-5f73-9109-42b796caad21|3",
                "shop|order-1|941b5177-dbf9-5f73-9109-42b796caad21|3|4711|0",
                "Shop|order-1|941b5177-dbf9-5f73-9109-42b796caad21|3|4711",
                "shop||941b5177-dbf9-5f73-9109-42b796caad21|3|4711",
                "shop|order-1|1-1-1-1-1|3|4711",
                "shop|order-1|941b5177-dbf9-5f73-9109-42b796caad21|-3|4711",
                "shop|order-1|941b5177-dbf9-5f73-9109-42b796caad21|3|-1",
                "shop|order-1|941b5177-dbf9-5f73-9109-42b796caad21|x|4711",
                "shop|order-1|941b5177-dbf9-5f73-9109-42b796caad21|3|9223372036854775808"
            })
    void readsNoOtherFields(String fields) {
        assertThat(
                        Receipt.parse(
                                "r1_"
                                        + Base64.getUrlEncoder()
                                                .withoutPadding()
                                                .encodeToString(fields.getBytes(UTF_8))))
                .isEmpty();
    }
}
