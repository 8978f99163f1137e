package dev.faultline.benchmarks.group;

import dev.faultline.benchmarks.lines.Line;
import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.grouping.Grouping;
import dev.faultline.json.Json;
import dev.faultline.scrub.Scrubber;
import dev.faultline.scrub.ScrubbingSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a line of the file comes to. */
sealed interface GroupedLine {

    /** Of a project that has set nothing. */
    Scrubber SCRUBBER = new Scrubber(ScrubbingSettings.DEFAULT);

    /** It holds nothing. */
    record Blank() implements GroupedLine {}

    /**
     * An event, grouped.
     *
     * @param id as the line gives it, whatever JSON it is
     */
    record Grouped(JsonNode id, String fingerprint) implements GroupedLine {

        String json() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", id);
            fields.put("fingerprint", fingerprint);
            return Json.mapper().writeValueAsString(fields);
        }
    }

    /**
     * It can't be used.
     *
     * @param reason a sentence's end
     */
    record Unusable(String reason) implements GroupedLine {}

    static GroupedLine of(Line line) {
        if (line.cut()) {
            return new Unusable("longer than an event may be");
        }
        if (line.text().isBlank()) {
            return new Blank();
        }
        JsonNode json;
        try {
            json = Json.record().readTree(line.text());
        } catch (JacksonException e) {
            return new Unusable("malformed JSON");
        }
        JsonNode id = json.get("id");
        if (id == null || !json.isObject()) {
            return new Unusable("must be {\"id\": ..., \"event\": {...}}");
        }
        return switch (EventJson.read(json.get("event"))) {
            case EventReading.Rejected(String reason) -> new Unusable(reason);
            case EventReading.Accepted(ErrorEvent event) -> new Grouped(id, fingerprint(event));
        };
    }

    private static String fingerprint(ErrorEvent event) {
        ErrorEvent scrubbed = SCRUBBER.scrub(event).event();
        return Grouping.key(scrubbed.groupingInput()).fingerprint().value();
    }
}
