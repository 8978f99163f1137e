package dev.faultline.scrub;

import org.jspecify.annotations.Nullable;

/// The first 48 bits of an IPv6 address.
final class Ipv6Network {

    private static final int GROUPS = 8;
    private static final int KEPT = 3;
    private static final int MAPPED_PREFIX = 5;

    private Ipv6Network() {}

    /// The network as an address, `2001:db8:1::`; of an address that stands for an IPv4 one
    /// (`::ffff:1.2.3.4`), the first 24 bits of that. Null if this is no address.
    static @Nullable String of(String address) {
        int zone = address.indexOf('%');
        String text = zone < 0 ? address : address.substring(0, zone);
        int dot = text.lastIndexOf('.');
        if (dot >= 0) {
            return embedded(text, text.lastIndexOf(':') + 1);
        }
        int gap = text.indexOf("::");
        String[] head = groups(gap < 0 ? text : text.substring(0, gap));
        String[] tail = gap < 0 ? new String[0] : groups(text.substring(gap + 2));
        int count = head.length + tail.length;
        if (gap < 0 ? count != GROUPS : count >= GROUPS) {
            return null;
        }
        int[] values = new int[GROUPS];
        for (int i = 0; i < count; i++) {
            boolean inHead = i < head.length;
            int value = value(inHead ? head[i] : tail[i - head.length]);
            if (value < 0) {
                return null;
            }
            values[inHead ? i : GROUPS - count + i] = value;
        }
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < KEPT; i++) {
            network.append(Integer.toHexString(values[i])).append(':');
        }
        return network.append(':').toString();
    }

    private static @Nullable String embedded(String text, int start) {
        boolean whole = Ipv4Scanner.end(text, start, text.length()) == text.length();
        boolean mapped =
                Chars.startsWithIgnoreCase(text, 0, "::ffff:") && start == MAPPED_PREFIX + 2;
        return whole && mapped ? text.substring(start, text.lastIndexOf('.')) + ".0" : null;
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static int value(String group) {
        if (group.isEmpty()
                || group.length() > 4
                || !group.chars().allMatch(c -> Chars.isHex((char) c))) {
            return -1;
        }
        return Integer.parseInt(group, 16);
    }
}
