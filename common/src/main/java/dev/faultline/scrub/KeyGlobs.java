package dev.faultline.scrub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The keys that a project names: whole keys, or globs with `*` for any characters.
///
/// Case does not count, nor how words are joined: `cardPin`, `card-pin` and `CARD_PIN` are one.
final class KeyGlobs {

    private final Set<String> whole = new HashSet<>();
    private final List<String> globs = new ArrayList<>();

    KeyGlobs(Collection<String> keys) {
        for (String key : keys) {
            if (key.indexOf('*') >= 0) {
                globs.add(words(key));
            } else {
                whole.add(folded(key));
            }
        }
    }

    boolean isEmpty() {
        return whole.isEmpty() && globs.isEmpty();
    }

    boolean match(String key) {
        if (whole.contains(folded(key))) {
            return true;
        }
        if (globs.isEmpty()) {
            return false;
        }
        String words = words(key);
        return globs.stream().anyMatch(glob -> matches(glob, words));
    }

    /// Without what joins words.
    private static String folded(String key) {
        StringBuilder folded = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '_' && c != '-' && c != ' ' && c != '.') {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /// With `_` between words.
    private static String words(String key) {
        StringBuilder words = new StringBuilder(key.length() + 8);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '-' || c == ' ' || c == '.') {
                words.append('_');
                continue;
            }
            char before = Chars.at(key, i - 1);
            if (Chars.isUpper(c) && (Chars.isLower(before) || Chars.isDigit(before))) {
                words.append('_');
            }
            words.append(c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    /// Greedy with one way back, to the last star: at most the product of both lengths.
    private static boolean matches(String glob, String key) {
        int g = 0;
        int star = -1;
        int retry = 0;
        for (int k = 0; k < key.length(); ) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                retry = k;
            } else if (g < glob.length() && glob.charAt(g) == key.charAt(k)) {
                g++;
                k++;
            } else if (star >= 0) {
                g = star + 1;
                k = ++retry;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
