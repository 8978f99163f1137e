package dev.faultline.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The id of an event, unique within its project: minted by the gateway, given by the client, or
/// derived from a raw record's place.
///
/// @param value 1 to 128 characters: letters, digits and `. _ : @ / + = -`
public record EventId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:@/+=-]{1,128}");

    public EventId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "event_id must be 1 to 128 letters, digits or any of . _ : @ / + = -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
