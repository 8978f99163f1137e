package dev.faultline.grouping;

import java.util.regex.Pattern;

/// What the events of one group have in common, as a short text.
///
/// @param version of the grouping algorithm, 1 to 127
/// @param value 32 lower-case hexadecimal digits
public record Fingerprint(int version, String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public Fingerprint {
        if (version < 1 || version > 127 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a fingerprint is a version from 1 to 127 and 32 hexadecimal digits");
        }
    }
}
