package dev.faultline.alerting.preview;

import dev.faultline.alert.evaluation.Transition;
import dev.faultline.alert.evaluation.Transition.Fired;
import dev.faultline.alert.evaluation.Transition.Resolved;
import dev.faultline.alert.evaluation.Transition.Settled;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Makes alerts of transitions, and keeps the last ones.
final class Episodes implements Consumer<Transition> {

    private final Instant from;
    private final int most;
    private final Map<String, PastEpisode> open = new LinkedHashMap<>();
    private final Deque<PastEpisode> over = new ArrayDeque<>();
    private long total;

    /// @param from alerts that were over before don't count
    /// @param most how many are kept
    Episodes(Instant from, int most) {
        this.from = from;
        this.most = most;
    }

    @Override
    public void accept(Transition transition) {
        String key = transition.subject().key();
        switch (transition) {
            case Fired fired ->
                    open.put(key, new PastEpisode(key, fired.start(), null, fired.at(), null));
            case Settled settled ->
                    open.computeIfPresent(
                            key,
                            (_, episode) ->
                                    new PastEpisode(
                                            key,
                                            episode.from(),
                                            settled.to(),
                                            episode.firedAt(),
                                            null));
            case Resolved resolved -> {
                PastEpisode episode = open.remove(key);
                if (episode != null) {
                    end(
                            new PastEpisode(
                                    key,
                                    episode.from(),
                                    episode.to(),
                                    episode.firedAt(),
                                    resolved.at()));
                }
            }
        }
    }

    private void end(PastEpisode episode) {
        if (episode.to() != null && episode.to().isBefore(from)) {
            return;
        }
        total++;
        over.addLast(episode);
        if (over.size() > most) {
            over.removeFirst();
        }
    }

    /// Those that go on.
    List<PastEpisode> open() {
        return List.copyOf(open.values());
    }

    /// How many there are, kept or not.
    long total() {
        return total + open.size();
    }

    /// The last ones, in the order in which they began.
    List<PastEpisode> last() {
        List<PastEpisode> all = new ArrayList<>(over);
        all.addAll(open.values());
        all.sort(Comparator.comparing(PastEpisode::from).thenComparing(PastEpisode::key));
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
