package dev.faultline.grouping.trace;

import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/// Names that begin with one of many: packages, namespaces, modules.
final class Prefixes {

    private final Set<String> names = new HashSet<>();
    private final String separator;
    private final int depth;

    private Prefixes(String separator, String list) {
        this.separator = separator;
        int deepest = 1;
        for (String line : list.lines().filter(line -> !line.startsWith("#")).toList()) {
            StringTokenizer words = new StringTokenizer(line);
            while (words.hasMoreTokens()) {
                String name = words.nextToken();
                names.add(name);
                deepest = Math.max(deepest, parts(name));
            }
        }
        depth = deepest;
    }

    /// @param list of names between blanks and line ends; lines that begin with `#` are comments
    static Prefixes of(String separator, String list) {
        return new Prefixes(separator, list);
    }

    /// Whether the name is one of these or in one of these.
    boolean hold(String name) {
        int end = name.indexOf(separator);
        for (int part = 1; part < depth && end >= 0; part++) {
            if (names.contains(name.substring(0, end))) {
                return true;
            }
            end = name.indexOf(separator, end + separator.length());
        }
        return names.contains(end < 0 ? name : name.substring(0, end));
    }

    private int parts(String name) {
        int parts = 1;
        for (int i = name.indexOf(separator); i >= 0; i = name.indexOf(separator, i + 1)) {
            parts++;
        }
        return parts;
    }
}
