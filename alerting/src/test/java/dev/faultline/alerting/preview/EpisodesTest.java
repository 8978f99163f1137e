package dev.faultline.alerting.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.evaluation.Subject;
import dev.faultline.alert.evaluation.Transition.Fired;
import dev.faultline.alert.evaluation.Transition.Reason;
import dev.faultline.alert.evaluation.Transition.Resolved;
import dev.faultline.alert.evaluation.Transition.Settled;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EpisodesTest {

    private static final UUID ID = new UUID(0, 0);

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static Subject subject(String key) {
        return new Subject(ID, 1, key);
    }

    private static void fire(Episodes episodes, String key, long from) {
        episodes.accept(new Fired(ID, subject(key), at(from), at(from + 1), List.of()));
    }

    private static void end(Episodes episodes, String key, long from, long to) {
        episodes.accept(new Settled(ID, subject(key), at(from), at(from), at(to)));
        episodes.accept(new Resolved(ID, subject(key), at(from), at(to + 9), Reason.RECOVERED));
    }

    @Test
    void tellsAlertsOfSeveralKeysInTheOrderInWhichTheyBegan() {
        var episodes = new Episodes(at(0), 10);
        fire(episodes, "a", 10);
        fire(episodes, "b", 12);
        end(episodes, "b", 12, 20);
        fire(episodes, "b", 40);

        assertThat(episodes.last())
                .containsExactly(
                        new PastEpisode("a", at(10), null, at(11), null),
                        new PastEpisode("b", at(12), at(20), at(13), at(29)),
                        new PastEpisode("b", at(40), null, at(41), null));
        assertThat(episodes.total()).isEqualTo(3);
        assertThat(episodes.open()).extracting(PastEpisode::key).containsExactly("a", "b");
    }

    @Test
    void endsWhereTheLastOfSeveralJoinedEpisodesEnds() {
        var episodes = new Episodes(at(0), 10);
        fire(episodes, "", 10);
        episodes.accept(new Settled(ID, subject(""), at(10), at(10), at(20)));
        end(episodes, "", 10, 70);

        assertThat(episodes.last())
                .containsExactly(new PastEpisode("", at(10), at(70), at(11), at(79)));
    }

    @Test
    void leavesOutWhatWasOverBeforeTheRange() {
        var episodes = new Episodes(at(20), 10);
        fire(episodes, "before", 5);
        end(episodes, "before", 5, 19);
        fire(episodes, "into", 6);
        end(episodes, "into", 6, 20);

        assertThat(episodes.last()).extracting(PastEpisode::key).containsExactly("into");
        assertThat(episodes.total()).isEqualTo(1);
    }

    @Test
    void keepsTheLastOnesAndCountsAll() {
        var episodes = new Episodes(at(0), 2);
        for (int i = 0; i < 5; i++) {
            fire(episodes, "k" + i, i);
            end(episodes, "k" + i, i, i + 1);
        }
        fire(episodes, "open", 9);

        assertThat(episodes.last()).extracting(PastEpisode::key).containsExactly("k4", "open");
        assertThat(episodes.total()).isEqualTo(6);
    }
}
