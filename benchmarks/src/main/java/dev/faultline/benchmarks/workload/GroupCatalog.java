package dev.faultline.benchmarks.workload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The groups of a run. Group 0 is the hot one. Immutable. */
public final class GroupCatalog {

    /** About what a message, the names of the members and one frame take. */
    private static final int BYTES_AROUND_TRACE = 600;

    private static final int BYTES_OF_FRAME = 110;
    private static final int DEEPEST = 24;

    private final WorkloadSettings settings;
    private final List<EventGroup> groups = new ArrayList<>();

    /**
     * @param settings how many groups, and of which run
     */
    public GroupCatalog(WorkloadSettings settings) {
        this.settings = settings;
        var shapes = new SplittableRandom(settings.seed());
        for (String word : words()) {
            int depth = Math.min(deepest(), 2 + (int) Math.abs(6 * shapes.nextGaussian()));
            groups.add(EventGroup.create(word, settings.source(), depth, shapes));
        }
    }

    /** How many groups there are. */
    public int size() {
        return groups.size();
    }

    /** The word that occurs in every message of a group and in no other's. */
    public String word(int group) {
        return groups.get(group).word();
    }

    EventGroup group(int index) {
        return groups.get(index);
    }

    WorkloadSettings settings() {
        return settings;
    }

    private int deepest() {
        Integer fixed = settings.fixedBytes();
        return fixed == null
                ? DEEPEST
                : Math.clamp((fixed - BYTES_AROUND_TRACE) / BYTES_OF_FRAME, 1, DEEPEST);
    }

    private Set<String> words() {
        var random = new SplittableRandom(settings.marker().hashCode() * 31L + settings.seed());
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < settings.groups()) {
            words.add(Words.next(random));
        }
        return words;
    }
}
