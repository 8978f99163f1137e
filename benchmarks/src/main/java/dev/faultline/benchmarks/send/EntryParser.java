package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.lines.Line;
import dev.faultline.benchmarks.send.Parsed.Blank;
import dev.faultline.benchmarks.send.Parsed.Entry;
import dev.faultline.benchmarks.send.Parsed.Unusable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns lines into entries. An entry without <code>event_id</code> gets one that is the same for
 * every try of this line in this run: a batch whose answer was lost can be sent again and is still
 * counted once.
 */
final class EntryParser {

    private static final String EVENT_ID = "event_id";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final UUID run;
    private final int entryLimit;

    /**
     * @param run tells two runs over the same file apart: the file is then counted twice
     * @param entryLimit the endpoint's limit on one entry in bytes
     */
    EntryParser(UUID run, int entryLimit) {
        this.run = run;
        this.entryLimit = entryLimit;
    }

    Parsed parse(Line line) {
        if (line.cut()) {
            return tooLong(line);
        }
        if (line.text().isBlank()) {
            return new Blank();
        }
        try {
            var entry = new Entry(line.number(), withEventId(line).strip());
            return entry.bytes() > entryLimit ? tooLong(line) : entry;
        } catch (JacksonException notJson) {
            return new Unusable(line.number(), "not valid JSON: " + notJson.getOriginalMessage());
        } catch (NotAnObject shape) {
            return new Unusable(line.number(), "not one JSON object");
        }
    }

    private Unusable tooLong(Line line) {
        return new Unusable(
                line.number(), "longer than " + entryLimit / 1024 + " KiB, the limit of one entry");
    }

    private String withEventId(Line line) throws NotAnObject {
        String text = line.text();
        return switch (look(text)) {
            case PRESENT -> text;
            case NULL -> {
                // Two members of that name would be ambiguous.
                var object = (ObjectNode) MAPPER.readTree(text);
                yield object.put(EVENT_ID, idOf(line)).toString();
            }
            case EMPTY -> "{\"" + EVENT_ID + "\":\"" + idOf(line) + "\"}";
            case ABSENT -> {
                // Inserted as text: the rest of the line stays as it is, byte for byte.
                int first = text.indexOf('{') + 1;
                yield "{\"" + EVENT_ID + "\":\"" + idOf(line) + "\"," + text.substring(first);
            }
        };
    }

    private String idOf(Line line) {
        String name = run + ":" + line.number();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Presence look(String text) throws NotAnObject {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotAnObject();
            }
            var presence = Presence.EMPTY;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean eventId = parser.currentName().equals(EVENT_ID);
                JsonToken value = parser.nextToken();
                if (eventId) {
                    presence = value == JsonToken.VALUE_NULL ? Presence.NULL : Presence.PRESENT;
                } else if (presence == Presence.EMPTY) {
                    presence = Presence.ABSENT;
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new NotAnObject();
            }
            return presence;
        }
    }

    private enum Presence {
        EMPTY,
        ABSENT,
        NULL,
        PRESENT
    }

    private static final class NotAnObject extends Exception {}
}
