package dev.faultline.grouping.trace;

/// Finds the head among the lines that stand above the frames: messages have several lines, and
/// loggers have their say before.
final class Preamble {

    private static final int MAX_LINES = 40;

    private Head best = Head.NONE;
    private int lines;
    private boolean last;

    void add(String line) {
        lines++;
        last = false;
        if (best.certainty() == Head.CERTAIN || lines > MAX_LINES) {
            return;
        }
        int start = LogPrefix.end(line, 0);
        Head head = Head.of(start == 0 ? line : line.substring(start).strip());
        if (head.certainty() == Head.TEXT) {
            Head within = Head.within(line);
            head = within.isNone() ? head : within;
        }
        if (head.certainty() > best.certainty() || best.isNone()) {
            best = head;
            last = true;
        }
    }

    /// @return none if the lines are many and none is a head beyond doubt
    Head head() {
        return best.certainty() >= Head.QUALIFIED || lines == 1 || last ? best : Head.NONE;
    }
}
