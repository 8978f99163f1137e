package dev.faultline.group;

import static java.util.Objects.requireNonNull;

import dev.faultline.grouping.Fingerprint;
import org.jspecify.annotations.Nullable;

/// How a fact finds its group, where that is not simply the group of its fingerprint.
///
/// Produced and consumed by the aggregator alone.
///
/// @param step how far the search has come
/// @param former fingerprint of the event by the grouping before, during a transition; null
///   otherwise
/// @param answered the id that the gateway answered with, where it was another one than the
///   fingerprint's; null otherwise
public record Routing(Step step, @Nullable Fingerprint former, @Nullable GroupId answered) {

    /// Of nearly every fact.
    public static final Routing PLAIN = new Routing(Step.HOME, null, null);

    public Routing {
        requireNonNull(step, "step");
    }

    /// Where a fact is on its way. Its code is part of the layout of facts.
    public enum Step {
        /// At the group of its fingerprint, for the first time.
        HOME(0),
        /// At the group that it had by the former grouping: does that exist?
        ASKING(1),
        /// At the group that the group of its fingerprint has moved to.
        MOVED(2),
        /// Back at the group of its fingerprint: it belongs nowhere else.
        SETTLED(3);

        private final int code;

        Step(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        /// @throws IllegalArgumentException if there is none
        static Step ofCode(int code) {
            for (Step step : values()) {
                if (step.code == code) {
                    return step;
                }
            }
            throw new IllegalArgumentException("no step has the code " + code);
        }
    }

    public Routing at(Step next) {
        return new Routing(next, former, answered);
    }
}
