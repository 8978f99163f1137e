package dev.faultline.alert.evaluation;

/// What is known of one end of a window. Order: the stronger comes later.
enum Verdict {
    /// It does not hold, or may still turn out not to.
    NO,
    /// An alert that has begun goes on, but none begins.
    GOES_ON,
    /// It holds, whatever may still come.
    HOLDS;

    Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
