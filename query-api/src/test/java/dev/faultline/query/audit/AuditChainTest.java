package dev.faultline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.query.audit.AuditChain.StoredLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private final StoredLine first = StoredLine.NONE.next("{\"action\":\"a\"}");
    private final StoredLine second = first.next("{\"action\":\"b\"}");
    private final StoredLine third = second.next("{\"action\":\"c\"}");

    @Test
    void holdsWhereNothingWasChanged() {
        assertThat(AuditChain.firstBroken(StoredLine.NONE, List.of(first, second, third)))
                .isEmpty();
        assertThat(AuditChain.firstBroken(first, List.of(second, third))).isEmpty();
    }

    @Test
    void breaksWhereALineWasChangedTakenOutOrMoved() {
        var changed = new StoredLine(2, "{\"action\":\"x\"}", second.hash());
        var hashedAnew =
                new StoredLine(2, "{\"action\":\"x\"}", first.next("{\"action\":\"x\"}").hash());

        assertThat(broken(first, changed, third)).contains(2L);
        assertThat(broken(first, hashedAnew, third)).contains(3L);
        assertThat(broken(first, third)).contains(3L);
        assertThat(broken(second, first, third)).contains(2L);
    }

    private static Optional<Long> broken(StoredLine... lines) {
        return AuditChain.firstBroken(StoredLine.NONE, List.of(lines));
    }
}
