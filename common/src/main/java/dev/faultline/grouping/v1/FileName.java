package dev.faultline.grouping.v1;

import java.util.regex.Pattern;

/// The last part of a path without what a build or a deployment adds: query, line, column and
/// content hash.
final class FileName {

    private static final Pattern NOT_NAME = Pattern.compile("[?#:(].*+");
    private static final Pattern HASH =
            Pattern.compile("[.-](?=[^.-]{0,64}\\d)[\\w~]{6,64}(?=[.-]|$)");

    private FileName() {}

    static String of(String path) {
        int query = path.indexOf('?');
        String file = query < 0 ? path : path.substring(0, query);
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        String name = NOT_NAME.matcher(file.substring(slash + 1)).replaceFirst("");
        return HASH.matcher(name).replaceAll("");
    }
}
