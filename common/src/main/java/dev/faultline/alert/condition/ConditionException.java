package dev.faultline.alert.condition;

import java.io.Serializable;

/// A condition that can't be taken: why, and where.
public final class ConditionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Characters shown on either side of the place.
    private static final int AROUND = 60;

    private final Kind kind;
    private final Place place;

    ConditionException(Kind kind, Place place, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.place = place;
    }

    /// What is wrong.
    public enum Kind {
        /// It does not follow the grammar.
        SYNTAX,
        /// It is too large, or a value is out of its range.
        LIMIT,
        /// It asks for what this version does not know yet.
        UNSUPPORTED,
        /// A field is missing that a placeholder needs, or contradicts a literal.
        CONFLICT
    }

    /// Where.
    ///
    /// @param text the whole text
    /// @param position of the first character, counted from 0
    /// @param length characters; 0 at the end of the text
    /// @param found what stands there, or `end of the condition`
    /// @param expected what could stand there; empty if the grammar is not the trouble
    public record Place(String text, int position, int length, String found, String expected)
            implements Serializable {}

    public Kind kind() {
        return kind;
    }

    public Place place() {
        return place;
    }

    /// Two lines: the text, and marks under the place.
    public String marked() {
        int from = Math.max(0, place.position() - AROUND);
        int end = Math.min(place.text().length(), place.position() + place.length());
        int to = Math.min(place.text().length(), Math.max(end, place.position()) + AROUND);
        StringBuilder line = new StringBuilder(to - from);
        place.text().substring(from, to).chars().forEach(c -> line.append(printable((char) c)));
        int marks = Math.clamp(end - place.position(), 1, AROUND);
        return line + "\n" + " ".repeat(place.position() - from) + "^".repeat(marks);
    }

    private static char printable(char c) {
        return Character.isISOControl(c) ? ' ' : c;
    }
}
