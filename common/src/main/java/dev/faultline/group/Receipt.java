package dev.faultline.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Uuids;
import java.util.Base64;
import java.util.Optional;

/// What the gateway answers beside an event's id: where the event stands, so that it can be looked
/// up without a search. Opaque to clients.
public record Receipt(ProjectId project, EventId eventId, GroupId groupId, RawPosition position) {

    private static final String PREFIX = "r1_";

    public String text() {
        String fields =
                String.join(
                        "|",
                        project.value(),
                        eventId.value(),
                        groupId.toString(),
                        Integer.toString(position.lane()),
                        Long.toString(position.offset()));
        return PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(fields.getBytes(UTF_8));
    }

    /// Reads a receipt; empty if the text is none.
    public static Optional<Receipt> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] fields = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            String[] parts = new String(fields, UTF_8).split("\\|", -1);
            if (parts.length != 5) {
                return Optional.empty();
            }
            return Uuids.parse(parts[2])
                    .map(group ->
                            new Receipt(
                                    new ProjectId(parts[0]),
                                    new EventId(parts[1]),
                                    new GroupId(group),
                                    new RawPosition(
                                            Integer.parseInt(parts[3]), Long.parseLong(parts[4]))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
