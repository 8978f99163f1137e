package dev.faultline.access;

import java.net.URI;
import java.util.regex.Pattern;

/// The link by which somebody accepts an invitation: the query API makes it, alerting sends no
/// other.
public final class InvitationLink {

    /// A checksum alone would leave room for anything.
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_]+");

    private InvitationLink() {}

    /// @param publicUrl of Faultline, with or without a slash at its end
    public static String of(URI publicUrl, String token) {
        return beginning(publicUrl) + token;
    }

    /// Whether a text is the link of a token that could be one of ours.
    public static boolean isOne(URI publicUrl, String text) {
        String beginning = beginning(publicUrl);
        if (!text.startsWith(beginning)) {
            return false;
        }
        String token = text.substring(beginning.length());
        return TOKEN.matcher(token).matches() && KeySecret.isInvitation(token);
    }

    /// What each of them begins with. The token stands behind the `#`, which browsers keep to
    /// themselves: no log has it.
    public static String beginning(URI publicUrl) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/invite#token=";
    }
}
