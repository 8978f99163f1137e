package dev.faultline.event;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The field `scrubbed` of a raw record. Direct publishers write records too: what is no count of
/// ours is passed over, and costs nobody an event.
final class ScrubCounts {

    private static final int MOST = 32;
    private static final int LONGEST_NAME = 32;

    private ScrubCounts() {}

    static Map<String, Integer> read(@Nullable JsonNode json) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (json == null || !json.isObject()) {
            return counts;
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            JsonNode count = entry.getValue();
            if (counts.size() < MOST
                    && isName(entry.getKey())
                    && count.isInt()
                    && count.intValue() > 0) {
                counts.put(entry.getKey(), count.intValue());
            }
        }
        return counts;
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.matches("[a-z0-9-]+");
    }
}
