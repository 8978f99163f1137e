package dev.faultline.grouping.trace.crash;

/// What a line tells of a crash.
///
/// @param type the kind of crash, without addresses, sizes and numbers of processes
/// @param text the sentence of an assertion, a check or a panic; empty if there is none
/// @param place the file that the line names; empty if it names none
record CrashHead(Weight weight, String type, String text, String place) {

    /// A report often tells of one crash several times, from what went wrong to what the system did
    /// about it. The weightiest counts, of equal ones the first.
    enum Weight {
        /// The fuzzer or a handler saw the process die.
        DEATH,
        /// How the system killed it.
        SIGNAL,
        /// The program itself stopped, and says why.
        STOP,
        /// As [#STOP], and the sentence is a condition from the source, the same in all events.
        CONDITION,
        /// What went wrong was watched.
        FAULT
    }

    static CrashHead of(Weight weight, String type) {
        return new CrashHead(weight, type, "", "");
    }

    static CrashHead stop(String type, String text, String place) {
        return new CrashHead(Weight.STOP, type, text.strip(), place);
    }

    static CrashHead condition(String type, String text, String place) {
        return new CrashHead(Weight.CONDITION, type, text.strip(), place);
    }

    CrashHead in(String file) {
        return new CrashHead(weight, type, text, file);
    }

    CrashHead saying(String sentence) {
        return new CrashHead(weight, type, sentence.strip(), place);
    }
}
