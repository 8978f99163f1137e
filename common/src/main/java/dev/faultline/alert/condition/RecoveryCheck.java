package dev.faultline.alert.condition;

import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Percent;
import java.util.Optional;

/// Whether an expression can recover as it is told to.
final class RecoveryCheck {

    private RecoveryCheck() {}

    /// What is wrong.
    ///
    /// @param aboutValue whether with the value; else with `recover` itself
    record Complaint(boolean aboutValue, String sentence) {}

    static Optional<Complaint> complaint(Expression expression, Recovery recovery) {
        return switch (expression) {
            case Count test -> complaint(test.relation(), test.limit(), recovery);
            case Percent test -> complaint(test.relation(), test.limit(), recovery);
            default ->
                    of(
                            false,
                            "recover needs one single test that compares a count, a rate or a"
                                    + " percentage with a number");
        };
    }

    private static Optional<Complaint> complaint(
            Relation relation, Threshold limit, Recovery recovery) {
        boolean below = recovery.side() == Recovery.Side.BELOW;
        if (!(below ? relation.rises() : relation.falls())) {
            return of(
                    false,
                    below
                            ? "recover below goes with > and >= only"
                            : "recover above goes with < and <= only");
        }
        int comparison = recovery.value().compareTo(limit.value());
        if (below ? comparison > 0 : comparison < 0) {
            return of(
                    true,
                    "recover must not be %s the threshold, which is %s"
                            .formatted(below ? "above" : "below", limit.value().toPlainString()));
        }
        return Optional.empty();
    }

    private static Optional<Complaint> of(boolean aboutValue, String sentence) {
        return Optional.of(new Complaint(aboutValue, sentence));
    }
}
