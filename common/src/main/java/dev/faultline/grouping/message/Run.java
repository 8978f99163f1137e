package dev.faultline.grouping.message;

/// The run of characters up to the next blank: which signs it holds decides what forms are worth
/// trying.
final class Run {

    private final String text;
    private int end;
    private int lastAt;
    private int lastColon;
    private int lastDot;
    private int lastSlash;

    Run(String text) {
        this.text = text;
    }

    /// Reads ahead if a new run begins at `start`.
    void moveTo(int start) {
        if (start < end) {
            return;
        }
        int i = start;
        while (i < text.length() && !Chars.isBlank(text.charAt(i))) {
            switch (text.charAt(i)) {
                case '@' -> lastAt = i;
                case ':' -> lastColon = i;
                case '.' -> lastDot = i;
                case '/', '\\' -> lastSlash = i;
                default -> {}
            }
            i++;
        }
        end = i;
    }

    int length(int start) {
        return end - start;
    }

    boolean hasAt(int start) {
        return lastAt > start;
    }

    boolean hasColon(int start) {
        return lastColon > start;
    }

    boolean hasDot(int start) {
        return lastDot > start;
    }

    boolean hasSlash(int start) {
        return lastSlash > start;
    }
}
