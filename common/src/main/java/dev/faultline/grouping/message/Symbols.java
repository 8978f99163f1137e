package dev.faultline.grouping.message;

/// The one character that a parser stumbled over, without quotes: `Unexpected token r in JSON`,
/// `parsing value: <. Path ''`.
final class Symbols {

    private Symbols() {}

    static int end(String text, int start) {
        char next = Chars.at(text, start + 1);
        char after = Chars.at(text, start + 2);
        boolean alone = Chars.isBlank(next) || (next == '.' && Chars.isBlank(after));
        char before = Chars.at(text, start - 1);
        if (!alone || before != ' ' || text.charAt(start) < '!') {
            return Form.NONE;
        }
        int end = Chars.at(text, start - 2) == ':' ? start - 2 : start - 1;
        return switch (Chars.nameBefore(text, end)) {
            case "token", "character", "char", "symbol" -> start + 1;
            case "value" -> end < start - 1 ? start + 1 : Form.NONE;
            default -> Form.NONE;
        };
    }
}
