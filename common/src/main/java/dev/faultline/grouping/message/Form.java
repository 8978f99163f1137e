package dev.faultline.grouping.message;

/// A form that values are written in.
@FunctionalInterface
interface Form {

    /// What a form answers where no such value begins.
    int NONE = -1;

    /// Looks at most a bounded number of characters past the value it finds, so that a text is read
    /// in linear time whatever it holds.
    ///
    /// @return where the value that begins at `start` ends, or [#NONE]
    int end(String text, int start);
}
