package dev.faultline.scrub;

import java.util.Locale;
import java.util.Set;

/// Finds e-mail addresses, also with `%40` for the `@` and with names in any script.
///
/// What looks alike and is none: versions (`react@18.2.0`), images (`icon@2x.png`), units of
/// systemd, labels of Kotlin, remotes of git.
final class EmailScanner implements Scanner {

    private static final int LONGEST_LOCAL = 128;
    private static final int LONGEST_DOMAIN = 255;

    private static final Set<String> NO_TOP_LEVEL =
            Set.of(
                    "service",
                    "socket",
                    "timer",
                    "mount",
                    "scope",
                    "slice",
                    "target",
                    "png",
                    "jpg",
                    "jpeg",
                    "gif",
                    "svg",
                    "webp",
                    "js",
                    "mjs",
                    "cjs",
                    "ts",
                    "tsx",
                    "jsx",
                    "css",
                    "html",
                    "htm",
                    "json",
                    "xml",
                    "yml",
                    "yaml",
                    "txt",
                    "log",
                    "jar",
                    "dll",
                    "exe",
                    "class",
                    "java",
                    "kt",
                    "php",
                    "go",
                    "cpp",
                    "local-only",
                    "tgz",
                    "gz",
                    "whl",
                    "lock");

    private static final Set<String> NO_LOCAL = Set.of("git", "this", "super", "return");

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('@') || marks.has('%');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        if (marks.has('@')) {
            scan(text, marks, spans, "@");
        }
        if (marks.has('%')) {
            scan(text, marks, spans, "%40");
        }
    }

    private static void scan(String text, Marks marks, Spans spans, String sign) {
        int at = text.indexOf(sign);
        while (at >= 0 && at < marks.limit()) {
            int next = at + sign.length();
            if (!spans.covers(at - 1)) {
                int start = localStart(text, at);
                int end = domainEnd(text, next, marks);
                if (start < at && end > next && isAddress(text, start, at, next, end, marks)) {
                    spans.add(ScrubRule.EMAIL, start, end);
                    next = end;
                }
            }
            at = text.indexOf(sign, next);
        }
    }

    private static int localStart(String text, int at) {
        int first = Math.max(0, at - LONGEST_LOCAL);
        if (Chars.at(text, at - 1) == '"') {
            int quote = at - 2;
            while (quote > first && text.charAt(quote) != '"') {
                quote--;
            }
            return quote >= first
                            && Chars.at(text, quote) == '"'
                            && text.indexOf('\n', quote, at) < 0
                            && at - quote > 2
                            && !Chars.isAnyAlnum(Chars.at(text, quote - 1))
                            && isQuotedLocal(text, quote + 1, at - 1)
                    ? quote
                    : at;
        }
        int start = at;
        while (start > first && isLocal(text.charAt(start - 1))) {
            start--;
            // An encoded separator ends it: email%3Dada%40example.com
            if (text.charAt(start) == '%' && isEncodedSeparator(text, start)) {
                start += 3;
                break;
            }
        }
        while (start < at && ".-'/=&?*$#!".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        // \n and \t as text.
        if (Chars.at(text, start - 1) == '\\'
                && start + 1 < at
                && "ntr".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static boolean isQuotedLocal(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isLocal(text.charAt(i)) && text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncodedSeparator(String text, int at) {
        for (String separator :
                new String[] {"%3D", "%3A", "%22", "%27", "%20", "%26", "%2C", "%3C", "%40"}) {
            if (Chars.startsWithIgnoreCase(text, at, separator)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocal(char c) {
        return Chars.isAnyAlnum(c) || "._%+-'~!#$*^{|}".indexOf(c) >= 0;
    }

    private static int domainEnd(String text, int from, Marks marks) {
        int last = Math.min(marks.limit(), from + LONGEST_DOMAIN);
        int i = from;
        while (i < last) {
            char c = text.charAt(i);
            boolean inner = c == '.' || c == '-' || c == '。';
            if (!Chars.isAnyAlnum(c)
                    && !(inner
                            && i > from
                            && Chars.isAnyAlnum(Chars.at(text, i + 1))
                            && i + 1 < last)
                    && !(c == '-' && Chars.at(text, i + 1) == '-')) {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean isAddress(
            String text, int start, int at, int domain, int end, Marks marks) {
        if (marks.cutAt(end)) {
            return true;
        }
        int dot = end - 1;
        while (dot > domain && text.charAt(dot) != '.' && text.charAt(dot) != '。') {
            dot--;
        }
        if (dot == domain) {
            return false;
        }
        String top = Chars.lowerCase(text, dot + 1, end);
        if (top.length() < 2
                || Chars.isDigit(top.charAt(0))
                || top.chars().anyMatch(c -> c < 128 && !Chars.isAlnum((char) c) && c != '-')
                || NO_TOP_LEVEL.contains(top)
                || (!top.startsWith("xn--") && top.chars().anyMatch(c -> c == '-'))) {
            return false;
        }
        return !isVersion(text, domain, end)
                && !NO_LOCAL.contains(text.substring(start, at).toLowerCase(Locale.ROOT));
    }

    /// `1.2.3-rc`, `2x.png`
    private static boolean isVersion(String text, int domain, int end) {
        if (!Chars.isDigit(text.charAt(domain))) {
            return false;
        }
        int dot = text.indexOf('.', domain, end);
        return Chars.isDigit(Chars.at(text, dot + 1))
                || (dot == domain + 2 && Chars.at(text, domain + 1) == 'x');
    }
}
