package dev.faultline.grouping.rule;

/// A pattern of any length: the states of [ShortGlobProgram], in several words.
final class LongGlobProgram implements GlobProgram {

    private final GlobAlphabet alphabet;
    private final long[][] advances;
    private final long[][] stays;
    private final long[] skips;
    private final long[] start;
    private final int end;
    private final boolean endStays;

    LongGlobProgram(
            GlobAlphabet alphabet,
            long[][] advances,
            long[][] stays,
            long[] skips,
            int end,
            boolean endStays) {
        this.alphabet = alphabet;
        this.advances = advances;
        this.stays = stays;
        this.skips = skips;
        this.end = end;
        this.endStays = endStays;
        this.start = new long[skips.length];
        start[0] = 1;
        skip(start);
    }

    @Override
    public boolean matches(String text) {
        long[] states = start.clone();
        for (int i = 0; i < text.length(); i++) {
            if (endStays && hasEnded(states)) {
                return true;
            }
            if (!advance(states, alphabet.number(text.charAt(i)))) {
                return false;
            }
        }
        return hasEnded(states);
    }

    /// @return whether a state is left
    private boolean advance(long[] states, int number) {
        long carry = 0;
        long left = 0;
        for (int w = 0; w < states.length; w++) {
            long advancing = states[w] & advances[number][w];
            states[w] = (advancing << 1) | carry | (states[w] & stays[number][w]);
            carry = advancing >>> 63;
            left |= states[w];
        }
        skip(states);
        return left != 0;
    }

    private void skip(long[] states) {
        long carry = 0;
        for (int w = 0; w < states.length; w++) {
            long skipped = states[w] & skips[w];
            states[w] |= (skipped << 1) | (skipped << 2) | carry;
            carry = (skipped >>> 63) | (skipped >>> 62);
        }
    }

    private boolean hasEnded(long[] states) {
        return ((states[end >> 6] >>> end) & 1) != 0;
    }
}
