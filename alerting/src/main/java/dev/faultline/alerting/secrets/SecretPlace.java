package dev.faultline.alerting.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ProjectId;

/// Where a secret belongs. It is sealed for this place: moved to another, it can't be opened.
///
/// @param integration its name; without `|`, as the others
/// @param field of its config
public record SecretPlace(ProjectId project, String integration, String field) {

    byte[] associatedData() {
        return "%s|%s|%s".formatted(project, integration, field).getBytes(UTF_8);
    }
}
