package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void findsWordsInsideATextAsTheyAreWritten() {
        Terms terms = Terms.of("one two", "three");

        assertThat(terms.contains("a two b", 2, 5)).isTrue();
        assertThat(terms.contains("three")).isTrue();
        assertThat(terms.contains("Two")).isFalse();
        assertThat(terms.contains("tw")).isFalse();
        assertThat(terms.contains("")).isFalse();
    }

    @Test
    void findsWordsInAnyCase() {
        Terms terms = Terms.ignoringCase("one märz");

        assertThat(terms.contains("ONE")).isTrue();
        assertThat(terms.contains("MÄRZ")).isTrue();
        assertThat(terms.contains("twö")).isFalse();
    }

    @Test
    void findsTheWordBeforeAPlace() {
        Terms terms = Terms.of("for");

        assertThat(terms.containsBefore("waits for x", 9)).isTrue();
        assertThat(terms.containsBefore("before x", 6)).isFalse();
        assertThat(terms.containsBefore("for", 0)).isFalse();
    }

    @Test
    void holdsAWordGivenTwiceOnce() {
        assertThat(Terms.of("one one", "one").contains("one")).isTrue();
    }
}
