package dev.faultline.grouping.trace;

/// Finds the head among the lines that stand above the frames: messages have several lines, and
/// loggers have their say before.
final class Preamble {

    private static final int MAX_LINES = 40;

    private Head best = Head.NONE;
    private Head logged = Head.NONE;
    private int lines;
    private boolean last;

    void add(String line) {
        if (best.certainty() == Head.CERTAIN || lines == MAX_LINES) {
            return;
        }
        int start = LogPrefix.end(line, 0);
        Head head = Head.of(start == 0 ? line : line.substring(start).strip());
        if (head.certainty() == Head.TEXT) {
            Head within = Head.within(line);
            head = within.isNone() ? head : within;
        }
        if (start > 0 && head.certainty() == Head.TEXT) {
            // What a logger says counts if nothing else was said.
            logged = head;
            return;
        }
        lines++;
        last = head.certainty() > best.certainty() || best.isNone();
        if (last) {
            best = head;
        }
    }

    /// @return none if the lines are many and none is a head beyond doubt
    Head head() {
        if (lines == 0) {
            return logged;
        }
        return best.certainty() >= Head.QUALIFIED || lines == 1 || last ? best : Head.NONE;
    }
}
