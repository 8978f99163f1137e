package dev.faultline.scrub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/// Recognizes `user:password` in base64, as the scheme Basic has it: by the colon within.
final class Base64Pair {

    private static final int LONGEST = 400;

    private Base64Pair() {}

    static boolean isOne(String text, int start, int end) {
        int length = end - start;
        if (length % 4 != 0 || length > LONGEST) {
            return false;
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(text.substring(start, end).getBytes(US_ASCII));
            boolean colon = false;
            for (byte b : decoded) {
                if (b >= 0 && b < ' ') {
                    return false;
                }
                colon |= b == ':';
            }
            return colon;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
