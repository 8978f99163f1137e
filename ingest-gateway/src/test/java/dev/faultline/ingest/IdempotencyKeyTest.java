package dev.faultline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.event.EventId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @Test
    void isEmptyWithoutTheHeader() {
        assertThat(IdempotencyKey.parse(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-17", " order-17 ", "\"order-17\""})
    void readsBareAndQuotedKeys(String header) {
        assertThat(IdempotencyKey.parse(List.of(header))).contains(new EventId("order-17"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "\"a", "a|b", "ä", "\"a\\\"b\""})
    void refusesWhatIsNoEventId(String header) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdempotencyKey.parse(List.of(header)))
                .withMessage(
                        "Idempotency-Key must be 1 to 128 letters, digits or any of . _ : @ / + = -");
    }

    @Test
    void refusesSeveralKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdempotencyKey.parse(List.of("a", "b")))
                .withMessage("Idempotency-Key must be given once");
    }
}
