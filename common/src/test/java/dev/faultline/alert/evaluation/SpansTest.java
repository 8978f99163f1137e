package dev.faultline.alert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {

    private final Spans spans = new Spans(5);

    @Test
    void joinsRunsThatAreNotFartherApartThanKeep() {
        spans.add(0, 3, 0);
        spans.add(8, 9, 8);
        spans.add(15, 20, 15);

        assertThat(heldAndEnd()).containsExactly("0..9", "15..20");
    }

    @Test
    void joinsAllThatALateRunBridges() {
        spans.add(0, 3, 0);
        spans.add(10, 12, 10);
        spans.add(20, 21, 20);
        spans.add(40, 41, 40);

        spans.add(6, 16, 7);

        assertThat(heldAndEnd()).containsExactly("0..21", "40..41");
    }

    @Test
    void beginsAnEpisodeWithTheFirstEndThatHoldsInARunThatOnlyWentOn() {
        spans.add(0, 3, Spans.NOT_YET);
        spans.add(10, 12, 10);

        spans.add(6, 7, Spans.NOT_YET);

        assertThat(heldAndEnd()).containsExactly("10..12");
    }

    @Test
    void putsAnEarlierRunInFront() {
        spans.add(20, 21, 20);

        spans.add(0, 1, Spans.NOT_YET);

        assertThat(heldAndEnd()).containsExactly("never..1", "20..21");
    }

    @Test
    void countsARunThatLasts() {
        spans.add(0, 10, 4);

        Spans.Span span = spans.iterator().next();
        assertThat(span.lasts(6)).isTrue();
        assertThat(span.lasts(7)).isFalse();
    }

    private List<String> heldAndEnd() {
        List<String> texts = new ArrayList<>();
        for (Spans.Span span : spans) {
            texts.add((span.held() == Spans.NOT_YET ? "never" : span.held()) + ".." + span.end());
        }
        return texts;
    }
}
