package dev.faultline.grouping.trace;

/// Places of JavaScript without what a build or a deployment adds: origin, query, content hash.
final class ScriptFiles {

    private static final int MAX_PATH = 400;
    private static final String PACKAGES = "node_modules/";
    private static final int MAX_HASH = 64;

    private ScriptFiles() {}

    /// @param place as printed, maybe with line and column
    static String path(String place) {
        String path = place.length() > MAX_PATH && place.startsWith("data:") ? "data:" : place;
        int eval = path.startsWith("eval at ") ? path.lastIndexOf(" (") : -1;
        if (eval > 0) {
            // `eval at find (/app/a.js:1:2), <anonymous>:1:1`: the code that evaluates is known.
            int close = path.indexOf(')', eval);
            path = path.substring(eval + 2, close < 0 ? path.length() : close);
        }
        if (path.startsWith("address at ")) {
            path = path.substring("address at ".length());
        }
        // Firefox: `file.js line 12 > eval:1:2`
        int line = path.indexOf(" line ");
        if (line > 0) {
            path = path.substring(0, line);
        }
        return Line.withoutPosition(path);
    }

    /// `src/orders.js` of `https://shop.test/v2/src/orders.3f2a1b9c.js?t=12`
    static String module(String path) {
        int end = endOfPath(path);
        int start = startOfPath(path);
        if (start >= end) {
            return "";
        }
        // Looking from the front is much faster, and most paths hold none.
        int packages = path.contains(PACKAGES) ? path.lastIndexOf(PACKAGES, end) : -1;
        if (packages >= 0) {
            return path.substring(packages + PACKAGES.length(), end);
        }
        if (path.charAt(0) == '<' || path.charAt(0) == '[' || path.startsWith("node:")) {
            return path.substring(0, end);
        }
        int name = lastSlash(path, end) + 1;
        String file = withoutHash(path, Math.max(name, start), end);
        if (name <= start) {
            return file;
        }
        // React Native's one bundle lies where the device wants it.
        String folder = file.endsWith("bundle") ? "" : Paths.folder(path, start, name - 1);
        return folder.isEmpty() ? file : folder + '/' + file;
    }

    private static int endOfPath(String path) {
        int query = path.indexOf('?');
        int fragment = path.indexOf('#');
        int end = query > 0 ? query : path.length();
        return fragment > 0 ? Math.min(fragment, end) : end;
    }

    private static int startOfPath(String path) {
        int scheme = path.indexOf("://");
        if (scheme < 0) {
            return 0;
        }
        int slash = path.indexOf('/', scheme + 3);
        return slash < 0 ? path.length() : slash + 1;
    }

    private static int lastSlash(String path, int end) {
        return Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1));
    }

    /// Drops the parts of a file's name that are a hash, and numbers that stand for a name.
    private static String withoutHash(String path, int start, int end) {
        StringBuilder name = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int to = at;
            while (to < end
                    && path.charAt(to) != '.'
                    && path.charAt(to) != '~'
                    && !(path.charAt(to) == '-' && to > at)) {
                to++;
            }
            boolean hash =
                    at == start
                            ? isHash(path, at, to) && isBundle(path)
                            : isHash(path, at, rest(path, at, to, end));
            if (hash && at > start) {
                to = rest(path, at, to, end);
                name.setLength(name.length() - 1);
            } else if (hash || (at == start && Line.endOfDigits(path, at) == to)) {
                // A chunk that has no name.
                name.append('*');
            } else {
                name.append(path, at, to);
            }
            if (to < end) {
                name.append(path.charAt(to));
            }
            at = to + 1;
        }
        return name.toString();
    }

    /// A hash may hold hyphens itself: up to the next dot, if that is as long as hashes are.
    private static int rest(String path, int start, int end, int limit) {
        int dot = path.indexOf('.', start);
        return dot > end && dot <= limit && dot - start == 8 ? dot : end;
    }

    private static boolean isBundle(String path) {
        return path.contains("/assets/")
                || path.contains("/chunks/")
                || path.contains("/_nuxt/")
                || path.contains("/_app/")
                || path.contains("/static/")
                || path.contains("/build/")
                || path.contains("/dist/")
                || path.contains("chunk-");
    }

    /// Hexadecimal, or letters and digits mixed as no word does.
    private static boolean isHash(String path, int start, int end) {
        int length = end - start;
        if (length < 6 || length > MAX_HASH) {
            return false;
        }
        boolean hex = true;
        boolean digit = false;
        boolean lower = false;
        boolean upper = false;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            boolean isDigit = Line.isDigit(c);
            digit |= isDigit;
            hex &= isDigit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            lower |= c >= 'a' && c <= 'z';
            upper |= (c >= 'A' && c <= 'Z') && i > start;
            if (!isDigit && !Character.isLetter(c) && c != '_' && c != '-') {
                return false;
            }
        }
        if (hex) {
            return digit || length >= 8;
        }
        if (digit && length >= 8) {
            return true;
        }
        return (digit || (length == 8 && lower && upper)) && isBundle(path);
    }
}
