package dev.faultline.scrub;

/// Tells by two characters whether a word may begin a token or an authentication scheme: nearly no
/// word does.
final class WordStarts {

    private static final boolean[] PAIRS = new boolean[128 * 128];

    static {
        for (TokenForms.Form form : TokenForms.ALL) {
            add(form.prefix().charAt(0), form.prefix().charAt(1));
        }
        for (String scheme : AuthSchemeScanner.SCHEMES) {
            char first = scheme.charAt(0);
            char second = scheme.charAt(1);
            add(first, second);
            add(Character.toUpperCase(first), second);
            add(Character.toUpperCase(first), Character.toUpperCase(second));
        }
    }

    private WordStarts() {}

    private static void add(char first, char second) {
        PAIRS[first * 128 + second] = true;
    }

    static boolean promise(char first, char second) {
        return (first | second) < 128 && PAIRS[first * 128 + second];
    }
}
