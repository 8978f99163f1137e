package dev.faultline.scrub;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A scrubbed text.
///
/// @param text the same instance if nothing was found
/// @param counts how many values were replaced, by the rule's name
public record ScrubbedText(String text, Map<String, Integer> counts) {

    public ScrubbedText {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
