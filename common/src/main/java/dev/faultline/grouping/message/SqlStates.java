package dev.faultline.grouping.message;

/// SQLSTATE: five digits and capitals behind its name, `SQLSTATE[42S02]`, `SQL state [23000]`.
final class SqlStates {

    private static final int LENGTH = 5;

    private SqlStates() {}

    static int end(String text, int start) {
        if (Chars.wordEnd(text, start) != start + LENGTH
                || Chars.goesOn(text, start + LENGTH)
                || !isState(text, start)) {
            return Form.NONE;
        }
        Cue cue = Cue.before(text, start);
        boolean state =
                cue.word().equals("sqlstate")
                        || cue.word().equals("sql_state")
                        || (cue.word().equals("state") && cue.previous(text).equals("sql"));
        return state ? start + LENGTH : Form.NONE;
    }

    private static boolean isState(String text, int start) {
        for (int i = start; i < start + LENGTH; i++) {
            if (!Chars.isDigit(text.charAt(i)) && !Chars.isUpper(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
