package dev.faultline.grouping.message;

/// How much a text looks like words: which letters follow each other in names of classes, functions
/// and things. Of two random letters more than half never do.
final class Spelling {

    /// By its first letter what follows it in words, with a share of at least 0.05 % of all pairs
    /// in the names of the classes and functions of some hundred libraries.
    private static final String[] PAIRS = {
        "abcdfgiklmnprstuvwxy",
        "baceilorsuy",
        "cacdehiklmorstuy",
        "dabdefilorstu",
        "eabcdefgilmnopqrstuvwxy",
        "faefilorstu",
        "gaeghilnorsu",
        "haeiortu",
        "iabcdefglmnoprstvxz",
        "jaeu",
        "kaeis",
        "ladeilostuy",
        "mabeilmopstu",
        "nacdefgiklnopstuv",
        "oabcdfgiklmnoprstuvw",
        "paehiloprstuy",
        "qu",
        "racdefgiklmnoprstuvy",
        "sacefhiklmopstuwy",
        "tacdefhilmoprstuy",
        "uabcdefgilmnprst",
        "vaeio",
        "waehinor",
        "xceipt",
        "ynpst",
        "zaei"
    };

    private static final int[] FOLLOWERS = new int[26];

    static {
        for (String pairs : PAIRS) {
            for (int i = 1; i < pairs.length(); i++) {
                FOLLOWERS[pairs.charAt(0) - 'a'] |= 1 << (pairs.charAt(i) - 'a');
            }
        }
    }

    private Spelling() {}

    /// Whether `share` percent of the neighbours or more are odd: letters that do not follow each
    /// other, and a letter beside a digit. What joins words, and where the next begins in camel
    /// case, is not counted as odd.
    static boolean isOdd(String text, int start, int end, int share) {
        int pairs = 0;
        int odd = 0;
        for (int i = start; i + 1 < end; i++) {
            char a = text.charAt(i);
            char b = text.charAt(i + 1);
            if (Chars.isWord(a) && Chars.isWord(b)) {
                pairs++;
                odd += isOdd(text, i, a, b) ? 1 : 0;
            }
        }
        return odd > 0 && odd * 100 >= pairs * share;
    }

    private static boolean isOdd(String text, int i, char a, char b) {
        if (Chars.isDigit(a) || Chars.isDigit(b)) {
            return Chars.isDigit(a) != Chars.isDigit(b);
        }
        if (Chars.isLower(a) && Chars.isUpper(b)) {
            return !Chars.isLetter(Chars.at(text, i + 2));
        }
        int first = (a | ' ') - 'a';
        int second = (b | ' ') - 'a';
        return first >= 0
                && first < 26
                && second >= 0
                && second < 26
                && (FOLLOWERS[first] & 1 << second) == 0;
    }
}
