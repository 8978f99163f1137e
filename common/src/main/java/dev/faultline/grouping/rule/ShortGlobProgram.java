package dev.faultline.grouping.rule;

/// A pattern of at most 64 states, as nearly all are.
final class ShortGlobProgram implements GlobProgram {

    private final GlobAlphabet alphabet;
    private final long[] advances;
    private final long[] stays;
    private final long skips;
    private final long start;
    private final long end;
    private final long settled;

    /// @param advances for each number of the alphabet, the states that it lets advance by one
    /// @param stays for each number, the states that it leaves as they are
    /// @param skips the states from which the next two are reached without a character
    /// @param end the state in which all is matched
    /// @param endStays whether every character leaves it as it is
    ShortGlobProgram(
            GlobAlphabet alphabet,
            long[] advances,
            long[] stays,
            long skips,
            int end,
            boolean endStays) {
        this.alphabet = alphabet;
        this.advances = advances;
        this.stays = stays;
        this.skips = skips;
        this.start = skip(1);
        this.end = 1L << end;
        this.settled = endStays ? this.end : 0;
    }

    @Override
    public boolean matches(String text) {
        long states = start;
        for (int i = 0; i < text.length() && states != 0 && (states & settled) == 0; i++) {
            int number = alphabet.number(text.charAt(i));
            states = skip(((states & advances[number]) << 1) | (states & stays[number]));
        }
        return (states & end) != 0;
    }

    private long skip(long states) {
        long skipped = states & skips;
        return states | (skipped << 1) | (skipped << 2);
    }
}
