package dev.faultline.grouping.trace.crash;

import java.util.List;

/// The names within an Itanium mangled name: `_ZN2ui10FlingCurveC2ERK...` is
/// `ui::FlingCurve::FlingCurve`.
///
/// Arguments and templates are passed over; a name with parts that are not understood ends before
/// them.
final class MangledName {

    private final String text;
    private final NameParts parts = new NameParts();
    private int at;

    private MangledName(String text, int at) {
        this.text = text;
        this.at = at;
    }

    static boolean is(String name) {
        return begin(name) > 0;
    }

    static List<String> segments(String name) {
        MangledName mangled = new MangledName(name, begin(name));
        boolean nested = name.startsWith("N", mangled.at);
        if (nested) {
            mangled.at++;
        }
        while (mangled.step() && nested) {
            // Names follow one another.
        }
        if (mangled.parts.isEmpty()) {
            mangled.parts.add(name);
        }
        return mangled.parts.list();
    }

    private static int begin(String name) {
        int under = name.startsWith("__Z") ? 3 : name.startsWith("_Z") ? 2 : -1;
        return under > 0
                        && under < name.length()
                        && (Scan.isDigit(name.charAt(under))
                                || "NLK".indexOf(name.charAt(under)) >= 0)
                ? under
                : -1;
    }

    private boolean step() {
        while (at < text.length() && "KVrL".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (Scan.isDigit(c)) {
            return readName();
        }
        if (text.startsWith("St", at)) {
            at += 2;
            return add("std");
        }
        if (text.startsWith("I", at)) {
            return skipTemplate();
        }
        if (c == 'S') {
            int end = text.indexOf('_', at);
            at = end < 0 ? text.length() : end + 1;
            return end >= 0;
        }
        if ((c == 'C' || c == 'D') && !parts.isEmpty() && at + 1 < text.length()) {
            String type = parts.list().getLast();
            parts.add(c == 'C' ? type : "~" + type);
        }
        return false;
    }

    private boolean readName() {
        int end = Scan.digits(text, at);
        int length = end - at > 4 ? text.length() : Integer.parseInt(text, at, end, 10);
        if (length > text.length() - end || length == 0) {
            return false;
        }
        at = end + length;
        return add(text.substring(end, at));
    }

    private boolean add(String name) {
        parts.add(name);
        return true;
    }

    /// Template arguments nest, and names in them may hold any letter.
    private boolean skipTemplate() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Scan.isDigit(c)) {
                int end = Scan.digits(text, at);
                int length = end - at > 4 ? 0 : Integer.parseInt(text, at, end, 10);
                at = Math.min(text.length(), end + length);
                continue;
            }
            at++;
            if (c == 'I' || c == 'N' || c == 'X' || c == 'L' || c == 'J' || c == 'F') {
                depth++;
            } else if (c == 'E' && --depth == 0) {
                return true;
            } else if (c == 'S') {
                at = Scan.word(text, at) > at && text.indexOf('_', at) == at ? at + 1 : at;
            }
        }
        return false;
    }
}
