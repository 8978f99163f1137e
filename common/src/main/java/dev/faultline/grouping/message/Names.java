package dev.faultline.grouping.message;

/// Names of people and accounts, where the words around them tell.
final class Names {

    private static final int LONGEST = 32;

    private Names() {}

    static int end(String text, int start) {
        int before = gapStart(text, start);
        if (before == start || before == 0) {
            return Form.NONE;
        }
        int end =
                Chars.isUpper(text.charAt(start))
                                && Vocabulary.BEFORE_PEOPLE.containsBefore(text, before)
                        ? personEnd(text, start)
                        : Form.NONE;
        return end < 0 ? accountEnd(text, start) : end;
    }

    private static int gapStart(String text, int start) {
        int gap = start;
        while (gap > 0 && start - gap < 2 && Chars.isBlank(text.charAt(gap - 1))) {
            gap--;
        }
        return gap;
    }

    /// `for Emma van der Berg`: two words with a capital, not three.
    private static int personEnd(String text, int start) {
        int first = titleEnd(text, start);
        if (first < 0 || Chars.at(text, first) != ' ') {
            return Form.NONE;
        }
        int second = titleEnd(text, first + 1);
        if (second < 0) {
            return Form.NONE;
        }
        return Chars.at(text, second) == ' ' && titleEnd(text, second + 1) > 0 ? Form.NONE : second;
    }

    private static int titleEnd(String text, int start) {
        if (!Chars.isUpper(Chars.at(text, start))) {
            return Form.NONE;
        }
        int i = start + 1;
        while (i - start < LONGEST && Chars.isLower(Chars.at(text, i))) {
            i++;
        }
        // `O'Brien`, `Jean-Luc`
        char joint = Chars.at(text, i);
        if ((joint == '\'' || joint == '-') && Chars.isUpper(Chars.at(text, i + 1))) {
            return titleEnd(text, i + 1);
        }
        boolean name = i - start > 1 || joint == '\'';
        return name && !Chars.goesOn(text, i) && !Vocabulary.NOT_PEOPLE.contains(text, start, i)
                ? i
                : Form.NONE;
    }

    /// `for user bob`, `invalid user bob`, `password for bob from 10.0.0.1`.
    static int accountEnd(String text, int start) {
        int before = gapStart(text, start);
        if (before == start || !Vocabulary.BEFORE_ACCOUNTS.containsBefore(text, before)) {
            return Form.NONE;
        }
        boolean user = text.charAt(before - 1) != 'r' || text.charAt(before - 2) != 'o';
        int beforeStart = Chars.nameStart(text, before, LONGEST);
        int end = start;
        while (end - start < LONGEST && isAccount(Chars.at(text, end))) {
            end++;
        }
        while (end > start && !Chars.isName(text.charAt(end - 1))) {
            end--;
        }
        if (end == start || Chars.goesOn(text, end)) {
            return Form.NONE;
        }
        boolean account =
                user
                        ? Vocabulary.BEFORE_USER.containsBefore(text, beforeStart - 1)
                                && !Vocabulary.NOT_USERS.contains(text, start, end)
                        : (text.startsWith(" from ", end) && Chars.isDigit(Chars.at(text, end + 6)))
                                || text.startsWith(" from ::", end)
                                || (Vocabulary.AUTHENTICATION.containsBefore(text, beforeStart - 1)
                                        && endsHere(text, end));
        return account ? end : Form.NONE;
    }

    private static boolean endsHere(String text, int end) {
        char c = Chars.at(text, end);
        return c == '\0' || c == ']' || c == ',' || text.startsWith(" [", end);
    }

    private static boolean isAccount(char c) {
        return Chars.isName(c) || c == '.' || c == '-' || c == '$';
    }
}
