package dev.faultline.query.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.GroupingInput;
import dev.faultline.grouping.GroupingKey;
import dev.faultline.grouping.GroupingKey.Basis;
import dev.faultline.grouping.KeyPart;
import dev.faultline.grouping.KeyPart.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final String FINGERPRINT = "a".repeat(32);
    private static final GroupingInput INPUT = GroupingInput.of("m", null, "s");

    @Test
    void namesWhatAStackTraceWasGroupedBy() {
        assertThat(Explanation.of(key(Basis.STACK_TRACE, Kind.TYPE, Kind.FRAME)))
                .isEqualTo(
                        "Grouped by the stack trace: the type of the exception that caused it and the function that failed.");
        assertThat(
                        Explanation.of(
                                key(
                                        Basis.STACK_TRACE,
                                        Kind.TYPE,
                                        Kind.CODE,
                                        Kind.FRAME,
                                        Kind.FRAME,
                                        Kind.FRAME)))
                .isEqualTo(
                        "Grouped by the stack trace: the type of the exception that caused it, the code in its text and the 3 functions nearest to where it failed.");
        assertThat(Explanation.of(key(Basis.STACK_TRACE, Kind.MESSAGE, Kind.CODE, Kind.CODE)))
                .isEqualTo(
                        "Grouped by the stack trace: its message without its values and the codes in its text.");
        assertThat(Explanation.of(key(Basis.STACK_TRACE, Kind.TYPE)))
                .isEqualTo("Grouped by the stack trace: the type of the exception that caused it.");
    }

    @Test
    void namesWhoDecidedElse() {
        assertThat(Explanation.of(key(Basis.CLIENT, Kind.CLIENT))).contains("the client gave");
        assertThat(Explanation.of(key(Basis.RULE, Kind.RULE))).contains("rule r-1 of the project");
        assertThat(Explanation.of(key(Basis.MESSAGE, Kind.MESSAGE, Kind.SOURCE)))
                .contains("no stack trace");
    }

    @Test
    void saysWhyThePartsAreNotTheGroups() {
        GroupingKey key = key(Basis.MESSAGE, Kind.MESSAGE);

        assertThat(Explanation.note(new GroupedEvent(FINGERPRINT, 2, false, INPUT), key)).isNull();
        assertThat(Explanation.note(new GroupedEvent("b", 2, true, INPUT), key))
                .startsWith("Only the beginning");
        assertThat(Explanation.note(new GroupedEvent("b", 1, false, INPUT), key))
                .startsWith("The group was made by version 1");
        assertThat(Explanation.note(new GroupedEvent("b", 2, false, INPUT), key))
                .startsWith("The project's rules have changed");
    }

    private static GroupingKey key(Basis basis, Kind... kinds) {
        return new GroupingKey(
                basis,
                basis == Basis.RULE ? "r-1" : null,
                List.of(),
                Arrays.stream(kinds).map(kind -> new KeyPart(kind, "x")).toList(),
                new Fingerprint(2, FINGERPRINT));
    }
}
