package dev.faultline.alert.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which rules a cell can count for, by its facets. Looked up once for facets that come again.
final class RuleIndex {

    /// Facets that are remembered; then all are forgotten.
    private static final int MOST = 10_000;

    private final Map<Facets, List<Match>> byFacets = new HashMap<>();

    /// A rule, and those of its series that the facets are in.
    static final class Match {
        private final RuleState rule;
        private final int[] series;

        private Match(RuleState rule, int[] series) {
            this.rule = rule;
            this.series = series;
        }

        RuleState rule() {
            return rule;
        }

        boolean counts(Cell cell) {
            for (int i : series) {
                if (rule.plan().series().get(i).matchesGroup(cell.group())) {
                    return true;
                }
            }
            return false;
        }

        void count(Instance instance, Cell cell, long delta) {
            for (int i : series) {
                if (rule.plan().series().get(i).matchesGroup(cell.group())) {
                    instance.count(i, cell.second(), delta);
                }
            }
        }
    }

    List<Match> matches(Facets facets, Collection<RuleState> rules) {
        List<Match> known = byFacets.get(facets);
        if (known != null) {
            return known;
        }
        if (byFacets.size() >= MOST) {
            byFacets.clear();
        }
        List<Match> matches = new ArrayList<>();
        for (RuleState rule : rules) {
            match(rule, facets, matches);
        }
        byFacets.put(facets, matches);
        return matches;
    }

    /// @param matches gets one more if the rule has a series that the facets are in
    static void match(RuleState rule, Facets facets, List<Match> matches) {
        List<Series> series = rule.plan().series();
        int[] found = new int[series.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (series.get(i).matches(facets)) {
                found[count++] = i;
            }
        }
        if (count > 0) {
            matches.add(new Match(rule, Arrays.copyOf(found, count)));
        }
    }

    /// The rules have changed.
    void clear() {
        byFacets.clear();
    }
}
