package dev.faultline.query.stream;

import static dev.faultline.query.stream.Streamed.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.query.Groups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private final Listener listener = listener(3, 100);

    @Test
    void getsWhatItWantsInOrder() {
        assertThat(listener.offer(event(5, "one"))).isFalse();
        assertThat(listener.offer(event(4, "before it came"))).isFalse();
        assertThat(listener.offer(event(6, "two"))).isFalse();

        assertThat(taken(listener)).containsExactly("one", "two");
    }

    @Test
    void isToldHowManyWereLeftOutWhereTheyWere() {
        for (int i = 0; i < 5; i++) {
            assertThat(listener.offer(event(5, "event " + i))).isEqualTo(i >= 3);
        }
        assertThat(taken(listener, 1)).containsExactly("event 0");
        listener.offer(event(5, "event 5"));

        assertThat(taken(listener))
                .containsExactly(
                        "event 1", "event 2", "event: gap\ndata: {\"missed\":2}\n\n", "event 5");
    }

    @Test
    void isToldOfAGapThatNothingFollows() {
        Listener small = listener(1, 100);
        small.offer(event(5, "one"));
        small.offer(event(5, "two"));

        assertThat(taken(small)).containsExactly("one", "event: gap\ndata: {\"missed\":1}\n\n");
    }

    @Test
    void isBoundedBySizeToo() {
        assertThat(listener.offer(event(5, "x".repeat(60)))).isFalse();
        assertThat(listener.offer(event(5, "x".repeat(60)))).isTrue();
        taken(listener, 1);
        assertThat(listener.offer(event(5, "x".repeat(60)))).isFalse();
    }

    @Test
    void isToldOfEventsThatNobodyCouldPublish() {
        assertThat(listener.miss(new Place(0, 4), Groups.PROJECT)).isFalse();
        assertThat(listener.miss(new Place(0, 5), Groups.PROJECT)).isTrue();

        assertThat(taken(listener)).containsExactly("event: gap\ndata: {\"missed\":1}\n\n");
    }

    @Test
    void holdsNoRemarksThatWouldPassOverAGap() {
        for (int i = 0; i < 4; i++) {
            listener.offer(event(5, "event"));
        }
        taken(listener, 1);
        listener.remark("heartbeat");

        assertThat(taken(listener)).doesNotContain("heartbeat");
    }

    @Test
    void endsAtOnceWhenItIsClosed() throws InterruptedException {
        Thread closing = Thread.ofVirtual().start(listener::close);

        assertThat(listener.next(Duration.ofMinutes(1))).isNull();
        assertThat(listener.isOpen()).isFalse();
        closing.join();
    }

    private static Listener listener(int maxEvents, long maxSize) {
        return new Listener(
                new StreamFilter(Groups.PROJECT, null, null, null, null, null),
                new Positions(List.of(5L, 0L)),
                maxEvents,
                maxSize);
    }

    private static List<String> taken(Listener listener) {
        return taken(listener, Integer.MAX_VALUE);
    }

    private static List<String> taken(Listener listener, int most) {
        List<String> taken = new ArrayList<>();
        try {
            while (taken.size() < most) {
                @Nullable String next = listener.next(Duration.ZERO);
                if (next == null) {
                    break;
                }
                taken.add(next);
            }
            return taken;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
