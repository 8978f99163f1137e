package dev.faultline.aggregator.cells;

import dev.faultline.group.Progress;

/// When to publish cells.
public sealed interface Cue {

    /// Groups are written: a commit has begun.
    enum Commit implements Cue {
        COMMIT
    }

    /// A partition of the raw topic has been taken in up to here.
    record Reached(Progress progress) implements Cue {}
}
