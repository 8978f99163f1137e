package dev.faultline.alert.series;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Evaluator;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.Input;
import dev.faultline.alert.evaluation.RuleChange;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.evaluation.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Runs a test through the evaluator that also decides on live events. Events come in their order
/// and without delay, and time goes on by ticks of a second.
public final class RuleTestRun {

    private static final UUID RULE = new UUID(0, 0);

    private final RuleTest test;
    private final Evaluator evaluator;
    private final List<Moment> moments = new ArrayList<>();

    private RuleTestRun(RuleTest test) {
        this.test = test;
        this.evaluator = new Evaluator(EvaluatorSettings.of(1).withGrace(test.grace()));
    }

    public static RuleTestResult run(RuleTest test) {
        return new RuleTestRun(test).run();
    }

    private RuleTestResult run() {
        accept(new RuleChange.Put(RULE, 1, test.condition(), test.start()));
        long second = test.start().getEpochSecond();
        for (int step = 0; step < test.steps(); step++) {
            count(step, second);
            second = tickOver(second, test.step());
        }
        tickOver(second, timeToResolve());
        return new RuleTestResult(test, moments);
    }

    private void count(int step, long second) {
        for (CountSeries series : test.series()) {
            long count = step < series.counts().size() ? series.counts().get(step) : 0;
            if (count > 0) {
                accept(new Cell(0, series.facets(), series.group(), second, 0, count));
            }
        }
    }

    private long tickOver(long from, Duration length) {
        long to = from + length.toSeconds();
        for (long second = from + 1; second <= to; second++) {
            Instant time = Instant.ofEpochSecond(second);
            accept(new Tick(0, time, time));
        }
        return to;
    }

    /// How long the last alert can take to resolve when nothing happens any more.
    private Duration timeToResolve() {
        return test.condition().tests().stream()
                .map(one -> one.lookBack().plus(one.bucket().multipliedBy(2)))
                .max(Duration::compareTo)
                .orElseThrow()
                .plus(test.condition().effectiveKeep())
                .plus(test.grace());
    }

    private void accept(Input input) {
        for (Transition transition : evaluator.accept(input)) {
            switch (transition) {
                case Transition.Fired fired -> add(fired, Moment.Kind.FIRED, fired.at());
                case Transition.Resolved resolved ->
                        add(resolved, Moment.Kind.RESOLVED, resolved.at());
                case Transition.Settled _ -> {}
            }
        }
    }

    private void add(Transition transition, Moment.Kind kind, Instant at) {
        moments.add(
                new Moment(transition.subject().key(), kind, Duration.between(test.start(), at)));
    }
}
