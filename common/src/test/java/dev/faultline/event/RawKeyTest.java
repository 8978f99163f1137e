package dev.faultline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.RawKey.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawKeyTest {

    private static final ProjectId SHOP = new ProjectId("shop");

    @Test
    void spellsProjectOriginAndId() {
        assertThat(new RawKey(SHOP, Origin.CLIENT, new EventId("order-1")).text())
                .isEqualTo("shop|c|order-1");
        assertThat(new RawKey(SHOP, Origin.GATEWAY, new EventId("order-1")).text())
                .isEqualTo("shop|g|order-1");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItSpells(Origin origin) {
        RawKey key = new RawKey(SHOP, origin, new EventId("Az09._:@/+=-"));

        assertThat(RawKey.parse(key.text())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "||",
                "shop",
                "shop|c",
                "shop|c|",
                "|c|order-1",
                "shop||order-1",
                "shop|x|order-1",
                "shop|C|order-1",
                "shop|cg|order-1",
                "Shop|c|order-1",
                "shop|c|order 1",
                "shop|c|order-1|",
                "shop|c|order-1|more",
                " shop|c|order-1",
                "shop|c|order-1\n",
                "shop|c|\uFFFD"
            })
    void readsNothingElse(String text) {
        assertThat(RawKey.parse(text)).isEmpty();
    }

    @Test
    void readsAHostileKeyInPassing() {
        assertThat(RawKey.parse("|".repeat(1_000_000))).isEmpty();
        assertThat(RawKey.parse("shop|c|" + "x".repeat(1_000_000))).isEmpty();
    }
}
