package dev.faultline.alert.condition;

/// A piece of a condition.
///
/// @param text as it was written; of a literal, what it stands for
/// @param position of its first character
/// @param length characters in the condition
record Token(Kind kind, String text, int position, int length) {

    enum Kind {
        NUMBER,
        WORD,
        LITERAL,
        SYMBOL,
        END
    }

    boolean is(String wordOrSymbol) {
        return switch (kind) {
            case WORD -> text.equalsIgnoreCase(wordOrSymbol);
            case SYMBOL -> text.equals(wordOrSymbol);
            case NUMBER, LITERAL, END -> false;
        };
    }

    /// How a sentence names it.
    String named() {
        return kind == Kind.END ? "end of the condition" : "'" + text + "'";
    }
}
