package dev.faultline.telemetry;

import dev.faultline.heartbeat.StageName;
import java.util.Optional;

/// Says whether a stage can do its job. Each stage has one as a bean.
///
/// Answers at once, from what is known: it is asked with every heartbeat and by probes.
public interface StageCheck {

    StageName stage();

    /// Why requests and work should not be sent here now, a sentence for the operator; empty if
    /// they may.
    Optional<String> notReady();

    /// Why the stage does not do its job in full, even if it may still be asked.
    default Optional<String> problem() {
        return notReady();
    }

    /// A stage that is well as long as its process is.
    static StageCheck alive(StageName stage) {
        return new StageCheck() {
            @Override
            public StageName stage() {
                return stage;
            }

            @Override
            public Optional<String> notReady() {
                return Optional.empty();
            }
        };
    }
}
