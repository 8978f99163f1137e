package dev.faultline.scrub;

import dev.faultline.event.ErrorEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A scrubbed event.
///
/// @param event the same instance if nothing was found
/// @param counts how many values this pass replaced, by the rule's name; [ErrorEvent#scrubbed] of
///   the event has them on top of those of earlier passes
public record Scrubbed(ErrorEvent event, Map<String, Integer> counts) {

    public Scrubbed {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
