package dev.faultline.alert.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a rule has made of a test.
///
/// @param actual all that alerts did, in their order
public record RuleTestResult(RuleTest test, List<Moment> actual) {

    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::key)
                    .thenComparing(Moment::after)
                    .thenComparing(Moment::kind);

    public RuleTestResult {
        actual = List.copyOf(actual);
    }

    public boolean passed() {
        return sorted(actual).equals(sorted(test.expected()));
    }

    /// One line for each moment: behind a blank what was expected and happened, behind `-` what did
    /// not happen, and behind `+` what was not expected.
    public String diff() {
        List<Moment> missing = new ArrayList<>(test.expected());
        actual.forEach(missing::remove);
        List<Moment> unexpected = new ArrayList<>(actual);
        test.expected().forEach(unexpected::remove);
        List<Moment> all = new ArrayList<>(actual);
        all.addAll(missing);
        all.sort(ORDER);
        Set<Moment> extra = new HashSet<>(unexpected);
        Set<Moment> wanted = new HashSet<>(missing);
        StringBuilder lines = new StringBuilder();
        for (Moment moment : all) {
            char sign = wanted.contains(moment) ? '-' : extra.contains(moment) ? '+' : ' ';
            lines.append(sign).append(' ').append(moment.text()).append('\n');
        }
        return lines.toString();
    }

    private static List<Moment> sorted(List<Moment> moments) {
        return moments.stream().sorted(ORDER).toList();
    }
}
