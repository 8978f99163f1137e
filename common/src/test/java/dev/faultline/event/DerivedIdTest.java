package dev.faultline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.DerivedId.Place;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedIdTest {

    private static final String TOPIC = "faultline.errors.raw";
    private static final long LAST_OFFSET = (1L << 62) - 1;

    @Test
    void spellsEveryPlace() {
        for (int partition = 0; partition <= 4_095; partition++) {
            for (long offset : new long[] {0, 1, 4_711, Integer.MAX_VALUE + 1L, LAST_OFFSET}) {
                EventId id = DerivedId.of(TOPIC, partition, offset);

                assertThat(DerivedId.place(id, TOPIC)).contains(new Place(partition, offset));
            }
        }
    }

    @Test
    void isAUuidOfVersion8() {
        for (long offset : new long[] {0, LAST_OFFSET}) {
            UUID uuid = UUID.fromString(DerivedId.of(TOPIC, 4_095, offset).value());

            assertThat(uuid.version()).isEqualTo(8);
            assertThat(uuid.variant()).isEqualTo(2);
        }
    }

    /// Golden: a record read again after an update must get the same id.
    @Test
    void neverChanges() {
        assertThat(DerivedId.of(TOPIC, 3, 4_711))
                .hasToString("0960c4f9-2003-8000-8000-000000001267");
    }

    @Test
    void knowsNoPlaceInAnotherTopic() {
        EventId id = DerivedId.of("other.errors.raw", 3, 4_711);

        assertThat(DerivedId.place(id, TOPIC)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-1",
                "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
                "2ed6657d-e927-568b-95e1-2665a8aea6a2"
            })
    void knowsNoPlaceOfOtherIds(String id) {
        assertThat(DerivedId.place(new EventId(id), TOPIC)).isEmpty();
    }

    @Test
    void knowsNoPlaceOfAnIdThatOnlyLooksDerived() {
        String id = DerivedId.of(TOPIC, 3, 4_711).value();

        assertThat(DerivedId.place(new EventId(id.toUpperCase(Locale.ROOT)), TOPIC)).isEmpty();
        assertThat(DerivedId.place(new EventId(id.replace("-8000-", "-8001-")), TOPIC)).isEmpty();
        assertThat(
                        DerivedId.place(
                                new EventId(id.substring(0, 19) + "c" + id.substring(20)), TOPIC))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4_096})
    void rejectsPartitionsThatDoNotFit(int partition) {
        assertThatThrownBy(() -> DerivedId.of(TOPIC, partition, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partition must be 0 to 4095");
    }
}
