package dev.faultline.scrub;

/// Looks for one family of secrets. Stateless; reads every character a bounded number of times.
interface Scanner {

    /// Whether this text may have any. Cheap, and wrong only on the safe side.
    boolean mayFind(Marks marks);

    /// Adds what it finds before [Marks#limit].
    void scan(String text, Marks marks, Spans spans);
}
