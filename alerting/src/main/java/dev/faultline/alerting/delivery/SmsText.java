package dev.faultline.alerting.delivery;

import java.util.regex.Pattern;

/// A notice as a short message: project and title. Titles can come from anybody, and phones make
/// links of whatever looks like one; so nothing in it does.
final class SmsText {

    /// Two segments of Latin letters, five of others.
    private static final int MAX = 300;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}+");
    private static final Pattern LINK =
            Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{0,30}:/\\S*|\\bwww\\.\\S+");

    /// A dot that can be one of a host name.
    private static final Pattern DOT = Pattern.compile("(?<=[\\p{L}\\p{N}-])\\.(?=[\\p{L}\\p{N}])");

    private SmsText() {}

    static String of(Notice notice) {
        String visible = INVISIBLE.matcher(notice.title()).replaceAll(" ");
        String title = DOT.matcher(LINK.matcher(visible).replaceAll("[link]")).replaceAll(". ");
        return Cut.to(MAX, "[%s] %s".formatted(notice.project(), title));
    }
}
