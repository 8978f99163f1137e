package dev.faultline.alert.evaluation;

import java.util.List;

/// A compiled test, or several joined. All times are in seconds; an end is the start of the last
/// bucket of a window.
sealed interface Decision permits CountCheck, PercentCheck, ChangeCheck, SpikeCheck, Joined {

    /// What is certain.
    ///
    /// @param settled all counts of earlier seconds are final; [Seconds#FOREVER] to decide by the
    ///   counts there are
    Verdict at(Instance instance, long end, long settled);

    /// The next end at which [#at] can say something else.
    long nextChange(Instance instance, long end, long settled);

    /// Whether more counts never undo it, so that it is certain as soon as it holds.
    boolean rises();

    /// Whether it can be certain before its window is settled.
    boolean canBeEarly();

    /// Whether a test of it can hold where nothing was counted.
    boolean canHoldAtNothing();

    /// Adds what each test sees in the window that ends here.
    void read(Instance instance, long end, List<Reading> readings);
}
