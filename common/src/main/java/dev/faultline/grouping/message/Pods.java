package dev.faultline.grouping.message;

/// What Kubernetes appends to names: the hash of a template and a random suffix,
/// `checkout-api-988430dce3-wzdxq`, or the suffix alone, `kube-proxy-x7b6w`.
final class Pods {

    private static final int SUFFIX = 5;

    /// Letters and digits that Kubernetes chooses from: no vowels, so that no words come out.
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    /// Words of such letters.
    private static final Terms WORDS = Terms.of("https xhtml pgsql btrfs tmpfs ldaps smtps html5");

    private Pods() {}

    static int end(String text, int start) {
        if (Chars.at(text, start - 1) != '-') {
            return Form.NONE;
        }
        int end = Chars.wordEnd(text, start);
        if (end - start >= 8 && end - start <= 10 && Chars.at(text, end) == '-') {
            return hashEnd(text, start, end);
        }
        boolean suffix =
                end - start == SUFFIX
                        && isEnd(text, end)
                        && isChosen(text, start, end)
                        && Spelling.isOdd(text, start, end, 50)
                        && !WORDS.contains(text, start, end);
        return suffix ? end : Form.NONE;
    }

    private static int hashEnd(String text, int start, int hash) {
        int end = Chars.wordEnd(text, hash + 1);
        if (end != hash + 1 + SUFFIX || !isEnd(text, end)) {
            return Form.NONE;
        }
        boolean lower = isLower(text, start, hash) && isLower(text, hash + 1, end);
        boolean pod =
                (lower && Chars.hasDigit(text, start, hash))
                        || (isChosen(text, start, hash) && isChosen(text, hash + 1, end));
        return pod ? end : Form.NONE;
    }

    private static boolean isEnd(String text, int end) {
        char c = Chars.at(text, end);
        return c != '-' && !(c == '.' && Chars.isWord(Chars.at(text, end + 1)));
    }

    private static boolean isLower(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.isLower(text.charAt(i)) && !Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isChosen(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
