package dev.faultline.alert.evaluation;

/// What a cell counts.
public enum Signal {
    EVENTS(0),
    /// Groups that came up for the first time.
    NEW_GROUPS(1),
    /// Groups that came again after they were resolved.
    REGRESSIONS(2),
    /// Groups that someone opened again.
    REOPENINGS(3);

    private final byte code;

    Signal(int code) {
        this.code = (byte) code;
    }

    /// The number that stands for it in binary state; it never changes.
    public byte code() {
        return code;
    }

    /// The inverse of [#code()].
    ///
    /// @throws IllegalArgumentException if no signal has this code
    public static Signal ofCode(byte code) {
        for (Signal signal : values()) {
            if (signal.code == code) {
                return signal;
            }
        }
        throw new IllegalArgumentException("No signal has code " + code);
    }
}
