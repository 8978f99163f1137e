package dev.faultline.grouping.message;

/// Reads a text once, from left to right, and writes its template.
///
/// At each place the forms of values that can begin with that character are tried, the more special
/// first; what is none of them is text.
final class Scanner {

    private final String text;
    private final Template template;
    private final Run run;
    private int at;

    /// Where the quotes close inside which text goes on.
    private int closing = -1;

    Scanner(String text) {
        this.text = text;
        run = new Run(text);
        template = new Template(text.length() + 16);
    }

    String scan() {
        while (at < text.length()) {
            step(text.charAt(at));
        }
        return template.toString();
    }

    private void step(char c) {
        if (Chars.isLetter(c)) {
            letter(c);
        } else if (Chars.isBlank(c)) {
            template.blank();
            at++;
        } else if (Chars.isDigit(c)) {
            digit();
        } else {
            switch (c) {
                case '"', '\'', '\u201C', '\u201E', '\u2018', '\u201A', '\u00AB' -> quote();
                case '=' -> equalsSign();
                case '[' -> bracket();
                case '<' -> marker();
                case '{' -> object();
                case '(' -> tuple();
                case '/', '\\', '~' -> slash();
                case '.' -> point();
                case ':' -> value("<host>", Hosts::end, this::copy);
                case '+', '-', '\u2212' -> sign();
                case '>', '≈', '±', '$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₿' -> number();
                case '@' -> objectHash();
                case Chars.ESCAPE -> escape();
                default -> other();
            }
        }
    }

    private void letter(char first) {
        int end = Chars.wordEnd(text, at);
        char next = Chars.at(text, end);
        boolean plain = Chars.lettersEnd(text, at) == end;
        if (plain && endsWord(next, end)) {
            plainWord(first, end);
            return;
        }
        run.moveTo(at);
        if (((!plain || next == '-') && take("<id>", Hashes.end(text, at)))
                || takeToken()
                || take("<host>", Macs.end(text, at))
                || takeAddress()
                || keep(Technical.end(text, at))
                || ((!plain || next == '-') && keep(CodeForms.end(text, at)))
                || takeHost()
                || (run.hasSlash(at) && take("<path>", Paths.end(text, at)))
                || take("<date>", Dates.end(text, at))
                || take(Template.VALUE, Names.end(text, at))
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
        if ((end - at >= 16 && take(Template.NUMBER, Ids.end(text, at)))
                || (end - at == 9 && takeHost())
                || (end - at == 5 && take(Template.NUMBER, Ids.end(text, at)))
                || take("<date>", Dates.end(text, at))
                || take(Template.VALUE, Names.end(text, at))
                || (Chars.isDigit(Chars.at(text, end + 1)) && keep(Technical.end(text, at)))
                || takeAmount(first, end)
                || (end - at == 1 && take(Template.VALUE, Symbols.end(text, at)))) {
            return;
        }
        word(end);
    }

    /// `EUR 5`, `PT8M54S`.
    private boolean takeAmount(char first, int end) {
        if (!Chars.isUpper(first) || Chars.isName(Chars.at(text, at - 1))) {
            return false;
        }
        return (Durations.end(text, at) > 0 && take(Template.NUMBER, Durations.end(text, at)))
                || (end - at == 3 && take(Template.NUMBER, Numbers.end(text, at)));
    }

    private void digit() {
        run.moveTo(at);
        if (take("<id>", Hashes.end(text, at))
                || take("<host>", Macs.end(text, at))
                || take("<date>", Dates.end(text, at))
                || takeToken()
                || (run.hasAt(at) && take("<email>", Emails.end(text, at)))
                || keep(CodeForms.end(text, at))
                || takeHost()
                || (text.charAt(at) == '3' && keep(Technical.end(text, at)))
                || (run.hasSlash(at) && take("<path>", relativePath()))
                || take(Template.VALUE, Names.accountEnd(text, at))
                || take(Template.NUMBER, Numbers.end(text, at))) {
            return;
        }
        int end = Chars.wordEnd(text, at);
        template.text(text, at, end);
        at = end;
    }

    private boolean takeToken() {
        return (run.length(at) >= Ids.SHORTEST || Chars.at(text, at - 1) == '-')
                && take(Template.NUMBER, Ids.end(text, at));
    }

    private boolean takeAddress() {
        return (run.hasColon(at) && take("<url>", Urls.end(text, at)))
                || (run.hasAt(at) && take("<email>", Emails.end(text, at)));
    }

    private int relativePath() {
        boolean relative =
                !Chars.insideToken(text, at) && Chars.at(text, Chars.wordEnd(text, at)) == '/';
        return relative ? Paths.end(text, at) : Form.NONE;
    }

    private void word(int end) {
        Words.write(text, at, end, template);
        at = end;
    }

    /// A host, and the path on it.
    private boolean takeHost() {
        run.moveTo(at);
        if (!run.hasDot(at) && !run.hasColon(at) && !text.startsWith("localhost", at)) {
            return false;
        }
        int end = Hosts.end(text, at);
        if (end < 0) {
            return false;
        }
        boolean path = Chars.at(text, end) == '/' && Chars.isName(Chars.at(text, end + 1));
        return (path && Hosts.resolvedEnd(text, end) < 0)
                ? take("<url>", Urls.restEnd(text, end))
                : take("<host>", end);
    }

    /// What an object says went wrong outlives it: `{"error": "invalid_grant"}`.
    private void object() {
        int start = at;
        if (!take(Template.VALUE, Literals.end(text, at))) {
            other();
            return;
        }
        int error = ErrorFields.start(text, start, at);
        if (error > 0) {
            template.text(' ');
            template.text(text, error, Chars.nameEnd(text, error));
        }
    }

    private void bracket() {
        if (!take("<host>", Hosts.bracketedEnd(text, at))) {
            value(Template.VALUE, Literals::end, this::marker);
        }
    }

    /// Keeps its parentheses, so that one of a single value is no different.
    private void tuple() {
        int end = Literals.end(text, at);
        copy();
        if (take(Template.VALUE, end - 1)) {
            copy();
        }
    }

    private void slash() {
        if (text.charAt(at) == '~' && take(Template.NUMBER, Numbers.end(text, at))) {
            return;
        }
        int address = Chars.at(text, at) == '/' ? Hosts.resolvedEnd(text, at) : Form.NONE;
        if (address < 0 || !take("<host>", address)) {
            value("<path>", Paths::end, this::copy);
        }
    }

    private void point() {
        if (!take("<path>", Paths.end(text, at))) {
            number();
        }
    }

    private void sign() {
        if (!keep(CodeForms.end(text, at))) {
            number();
        }
    }

    private void number() {
        value(Template.NUMBER, Numbers::end, this::copy);
    }

    private void marker() {
        int end = Markers.end(text, at);
        String kind = end < 0 ? null : Markers.kind(text, at, end);
        if (kind == null) {
            value(Template.NUMBER, Numbers::end, this::other);
        } else {
            take(kind, end);
        }
    }

    private void quote() {
        int close = at == closing ? Form.NONE : Quoted.closing(text, at);
        if (close < 0) {
            copy();
        } else if (Quoted.isText(text, at)) {
            closing = close;
            copy();
        } else if (Quoted.isName(text, at, close)) {
            keep(close + 1);
        } else {
            take(Template.VALUE, close + 1);
        }
    }

    private void equalsSign() {
        copy();
        int end = Values.end(text, at);
        if (end >= 0) {
            template.value(Template.VALUE);
            at = end;
        } else if (Chars.at(text, at) == '=') {
            copy();
        }
    }

    /// `Task@2d726f9`
    private void objectHash() {
        copy();
        int end = Chars.hexEnd(text, at);
        if (end > at && end - at <= 16 && !Chars.goesOn(text, end)) {
            take(Template.NUMBER, end);
        }
    }

    /// Colours of a terminal.
    private void escape() {
        int i = at + 1;
        if (Chars.at(text, i) == '[') {
            i++;
            while (Chars.isDigit(Chars.at(text, i)) || Chars.at(text, i) == ';') {
                i++;
            }
            i = Math.min(i + 1, text.length());
        }
        at = i;
    }

    private void value(String kind, Form form, Runnable otherwise) {
        if (!take(kind, form.end(text, at))) {
            otherwise.run();
        }
    }

    private boolean take(String kind, int end) {
        if (end <= at) {
            return false;
        }
        template.value(kind);
        at = end;
        return true;
    }

    private boolean keep(int end) {
        if (end <= at) {
            return false;
        }
        template.text(text, at, end);
        at = end;
        return true;
    }

    private void other() {
        value(Template.VALUE, Symbols::end, this::copy);
    }

    private void copy() {
        template.text(text.charAt(at));
        at++;
    }
}
