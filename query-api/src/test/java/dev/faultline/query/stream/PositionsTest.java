package dev.faultline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    @Test
    void isReadAsItWasWritten() {
        Positions positions = new Positions(List.of(0L, 35L, 36L, Long.MAX_VALUE));

        assertThat(positions.text()).isEqualTo("1-0.z.10.1y2p0ij32e8e7");
        assertThat(Positions.parse(positions.text(), 4)).contains(positions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-",
                "1-0",
                "1-0.0.0",
                "1-0.",
                "2-0.0",
                "1-0.-1",
                "1-0.é",
                "1-0.3w5e11264sgsf",
                "1-0.9999999999999999999999"
            })
    void isNoneOfATextThatIsNotOurs(String text) {
        assertThat(Positions.parse(text, 2)).isEmpty();
    }

    @Test
    void tellsWhatIsStillToBeSent() {
        Positions positions = new Positions(List.of(5L, 7L));

        assertThat(positions.isBefore(new Place(0, 4))).isFalse();
        assertThat(positions.isBefore(new Place(0, 5))).isTrue();
        assertThat(positions.isBefore(new Place(1, 6))).isFalse();
    }

    @Test
    void comparesLaneByLane() {
        Positions one = new Positions(List.of(5L, 7L));
        Positions other = new Positions(List.of(6L, 6L));

        assertThat(one.reaches(one)).isTrue();
        assertThat(one.reaches(other)).isFalse();
        assertThat(other.reaches(one)).isFalse();
        assertThat(one.orLater(other)).isEqualTo(new Positions(List.of(6L, 7L)));
    }
}
