package dev.faultline.grouping.message;

/// Reads what begins with neither a letter nor a digit: quotes, brackets, signs of numbers, slashes
/// of paths.
final class Signs {

    private final String text;
    private final Cursor cursor;

    /// Where the quotes close inside which text goes on.
    private int closing = -1;

    Signs(String text, Cursor cursor) {
        this.text = text;
        this.cursor = cursor;
    }

    void read(char c) {
        switch (c) {
            case '"', '\'', '\u201C', '\u201E', '\u2018', '\u201A', '\u00AB' -> quote();
            case '=' -> equalsSign();
            case '[' -> bracket();
            case '<' -> marker();
            case '{' -> object();
            case '(' -> tuple();
            case '/', '\\', '~' -> slash();
            case '.' -> point();
            case ':' -> value(Template.HOST, Hosts::end, cursor::copy);
            case '+', '-', '\u2212' -> sign();
            case '>', '≈', '±', '$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₿' -> number();
            case '@' -> objectHash();
            case '_' -> underscore();
            case Chars.ESCAPE -> escape();
            default -> other();
        }
    }

    private void quote() {
        int close = cursor.at() == closing ? Form.NONE : Quoted.closing(text, cursor.at());
        if (close < 0) {
            cursor.copy();
        } else if (Quoted.isText(text, cursor.at())) {
            closing = close;
            cursor.copy();
        } else if (Quoted.isName(text, cursor.at(), close)) {
            cursor.keep(close + 1);
        } else {
            cursor.take(Template.VALUE, close + 1);
        }
    }

    private void equalsSign() {
        cursor.copy();
        int end = Values.end(text, cursor.at());
        if (end >= 0) {
            cursor.template().value(Template.VALUE);
            cursor.moveTo(end);
        } else if (Chars.at(text, cursor.at()) == '=') {
            cursor.copy();
        }
    }

    private void bracket() {
        if (!cursor.take(Template.HOST, Hosts.bracketedEnd(text, cursor.at()))) {
            value(Template.VALUE, Literals::end, this::marker);
        }
    }

    /// What an object says went wrong outlives it: `{"error": "invalid_grant"}`.
    private void object() {
        int start = cursor.at();
        if (!cursor.take(Template.VALUE, Literals.end(text, cursor.at()))) {
            other();
            return;
        }
        int error = ErrorFields.start(text, start, cursor.at());
        if (error > 0) {
            cursor.template().text(' ');
            cursor.template().text(text, error, Chars.nameEnd(text, error));
        }
    }

    /// Keeps its parentheses, so that one of a single value is no different.
    private void tuple() {
        int end = Literals.end(text, cursor.at());
        cursor.copy();
        if (cursor.take(Template.VALUE, end - 1)) {
            cursor.copy();
        }
    }

    private void marker() {
        int end = Markers.end(text, cursor.at());
        String kind = end < 0 ? null : Markers.kind(text, cursor.at(), end);
        if (kind == null) {
            value(Template.NUMBER, Numbers::end, this::other);
        } else {
            cursor.take(kind, end);
        }
    }

    private void slash() {
        if (text.charAt(cursor.at()) == '~'
                && cursor.take(Template.NUMBER, Numbers.end(text, cursor.at()))) {
            return;
        }
        int address =
                text.charAt(cursor.at()) == '/' ? Hosts.resolvedEnd(text, cursor.at()) : Form.NONE;
        if (address < 0 || !cursor.take(Template.HOST, address)) {
            value(Template.PATH, Paths::end, cursor::copy);
        }
    }

    private void point() {
        if (!cursor.take(Template.PATH, Paths.end(text, cursor.at()))) {
            number();
        }
    }

    private void sign() {
        if (!cursor.keep(CodeForms.end(text, cursor.at())) && !takeToken()) {
            number();
        }
    }

    private void underscore() {
        if (!takeToken()) {
            cursor.copy();
        }
    }

    private void number() {
        value(Template.NUMBER, Numbers::end, cursor::copy);
    }

    /// `Task@2d726f9`
    private void objectHash() {
        cursor.copy();
        int end = Chars.hexEnd(text, cursor.at());
        if (end > cursor.at() && end - cursor.at() <= 16 && !Chars.goesOn(text, end)) {
            cursor.take(Template.NUMBER, end);
        }
    }

    /// Colours of a terminal.
    private void escape() {
        int i = cursor.at() + 1;
        if (Chars.at(text, i) == '[') {
            i++;
            while (Chars.isDigit(Chars.at(text, i)) || Chars.at(text, i) == ';') {
                i++;
            }
            i = Math.min(i + 1, text.length());
        }
        cursor.moveTo(i);
    }

    private void other() {
        value(Template.VALUE, Symbols::end, cursor::copy);
    }

    private void value(String kind, Form form, Runnable otherwise) {
        if (!cursor.take(kind, form)) {
            otherwise.run();
        }
    }

    /// A token that begins with a sign.
    private boolean takeToken() {
        return !Ids.isToken(Chars.at(text, cursor.at() - 1))
                && cursor.run().length(cursor.at()) >= Ids.SHORTEST
                && cursor.take(Template.NUMBER, Ids.end(text, cursor.at()));
    }
}
