package dev.faultline.group;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.faultline.event.NameUuid;
import dev.faultline.event.ProjectId;
import dev.faultline.grouping.Fingerprint;
import java.util.UUID;

/// The id of a group, `id` of the API's error object: a function of project and fingerprint, so it
/// can be answered before the event was counted.
///
/// As a topic key it is its 36 lower-case characters in UTF-8.
public record GroupId(@JsonValue UUID value) {

    public static GroupId of(ProjectId project, Fingerprint fingerprint) {
        return new GroupId(NameUuid.of(project.uuid(), fingerprint.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
