package dev.faultline.grouping.message;

/// Reads a text once, from left to right, and writes its template.
///
/// At each place the forms of values that can begin with that character are tried, the more special
/// first; what is none of them is text.
final class Scanner {

    private final String text;
    private final Cursor cursor;
    private final Signs signs;

    Scanner(String text) {
        this.text = text;
        cursor = new Cursor(text);
        signs = new Signs(text, cursor);
    }

    String scan() {
        while (cursor.at() < text.length()) {
            step(text.charAt(cursor.at()));
        }
        return cursor.template().toString();
    }

    private void step(char c) {
        if (Chars.isLetter(c)) {
            letter(c);
        } else if (Chars.isBlank(c)) {
            cursor.template().blank();
            cursor.moveTo(cursor.at() + 1);
        } else if (Chars.isDigit(c)) {
            digit();
        } else {
            signs.read(c);
        }
    }

    private void letter(char first) {
        int at = cursor.at();
        int end = Chars.wordEnd(text, at);
        char next = Chars.at(text, end);
        boolean plain = Chars.lettersEnd(text, at) == end;
        if (plain && endsWord(next, end)) {
            plainWord(first, end);
            return;
        }
        if (cursor.take(Template.ID, Hashes.end(text, at))
                || ((!plain || next == '-') && cursor.keep(CodeForms.end(text, at)))
                || takeAddress()
                || takeHost()
                || cursor.take(Template.NUMBER, Ids.end(text, at))
                || cursor.take(Template.HOST, Macs.end(text, at))
                || cursor.keep(Technical.end(text, at))
                || (cursor.run().hasSlash(at) && cursor.take(Template.PATH, Paths.end(text, at)))
                || cursor.take(Template.DATE, Dates.end(text, at))
                || cursor.take(Template.VALUE, Names.end(text, at))
                || takeAmount(first, end)) {
            return;
        }
        word(end);
    }

    private boolean endsWord(char next, int end) {
        if (next == '\0' || next == ' ' || next == ',' || next == ')' || Chars.isBlank(next)) {
            return true;
        }
        char after = Chars.at(text, end + 1);
        return (next == '.' || next == ':' || next == ';' || next == ']')
                && (after == ' ' || after == '\0');
    }

    /// Most words: letters, and a blank behind them.
    private void plainWord(char first, int end) {
        int at = cursor.at();
        if ((end - at >= 10 && cursor.take(Template.NUMBER, Ids.end(text, at)))
                || (end - at == 9 && takeHost())
                || (end - at == 5 && cursor.take(Template.NUMBER, Ids.end(text, at)))
                || cursor.take(Template.DATE, Dates.end(text, at))
                || cursor.take(Template.VALUE, Names.end(text, at))
                || (Chars.isDigit(Chars.at(text, end + 1)) && cursor.keep(Technical.end(text, at)))
                || takeAmount(first, end)
                || (end - at == 1 && cursor.take(Template.VALUE, Symbols.end(text, at)))) {
            return;
        }
        word(end);
    }

    /// `EUR 5`, `PT8M54S`.
    private boolean takeAmount(char first, int end) {
        int at = cursor.at();
        if (!Chars.isUpper(first) || Chars.isName(Chars.at(text, at - 1))) {
            return false;
        }
        return cursor.take(Template.NUMBER, Durations.end(text, at))
                || (end - at == 3 && cursor.take(Template.NUMBER, Numbers.end(text, at)));
    }

    private void digit() {
        int at = cursor.at();
        if (cursor.take(Template.ID, Hashes.end(text, at))
                || cursor.take(Template.HOST, Macs.end(text, at))
                || cursor.take(Template.DATE, Dates.end(text, at))
                || (cursor.run().hasAt(at) && cursor.take(Template.EMAIL, Emails.end(text, at)))
                || cursor.keep(CodeForms.end(text, at))
                || takeHost()
                || takeToken()
                || (text.charAt(at) == '3' && cursor.keep(Technical.end(text, at)))
                || (cursor.run().hasSlash(at) && cursor.take(Template.PATH, relativePath()))
                || cursor.take(Template.VALUE, Names.accountEnd(text, at))
                || cursor.take(Template.NUMBER, Numbers.end(text, at))) {
            return;
        }
        int end = Chars.wordEnd(text, at);
        cursor.template().text(text, at, end);
        cursor.moveTo(end);
    }

    private boolean takeToken() {
        int at = cursor.at();
        return cursor.run().length(at) >= Ids.SHORTEST
                && cursor.take(Template.NUMBER, Ids.end(text, at));
    }

    private boolean takeAddress() {
        int at = cursor.at();
        return (cursor.run().hasColon(at) && cursor.take(Template.URL, Urls.end(text, at)))
                || (cursor.run().hasAt(at) && cursor.take(Template.EMAIL, Emails.end(text, at)));
    }

    private int relativePath() {
        int at = cursor.at();
        boolean relative =
                !Chars.insideToken(text, at) && Chars.at(text, Chars.wordEnd(text, at)) == '/';
        return relative ? Paths.end(text, at) : Form.NONE;
    }

    private void word(int end) {
        Words.write(text, cursor.at(), end, cursor.template());
        cursor.moveTo(end);
    }

    /// A host, and the path on it.
    private boolean takeHost() {
        int at = cursor.at();
        if (!cursor.run().hasDot(at)
                && !cursor.run().hasColon(at)
                && !text.startsWith("localhost", at)) {
            return false;
        }
        int end = Hosts.end(text, at);
        if (end < 0) {
            return false;
        }
        boolean path = Chars.at(text, end) == '/' && Chars.isName(Chars.at(text, end + 1));
        return (path && Hosts.resolvedEnd(text, end) < 0)
                ? cursor.take(Template.URL, Urls.restEnd(text, end))
                : cursor.take(Template.HOST, end);
    }
}
