package dev.faultline.query.projects;

import dev.faultline.event.ProjectId;
import dev.faultline.project.JsonFields;
import dev.faultline.query.access.Names;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// What a project shall be called.
///
/// @param id for ever
/// @param name 1 to 100 characters
record ProjectRequest(ProjectId id, String name) {

    private static final int MAX_ID_LENGTH = 63;

    /// @throws IllegalArgumentException if it can't be; a sentence that names the field
    static ProjectRequest read(JsonFields body) {
        body.only(Set.of("id", "name"));
        String name = name(body);
        return new ProjectRequest(id(body.text("id").orElseGet(() -> slug(name))), name);
    }

    static String name(JsonFields body) {
        return Names.checked(
                "name",
                body.text("name")
                        .orElseThrow(() -> new IllegalArgumentException("name is required")));
    }

    private static ProjectId id(String text) {
        try {
            return new ProjectId(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "id must be 1 to 63 lower-case letters, digits or hyphens, not beginning with a"
                            + " hyphen",
                    e);
        }
    }

    /// `Web Shop (Köln)` is `web-shop-koln`. A name without a letter of the alphabet needs an id.
    private static String slug(String name) {
        String slug =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(slug.length(), MAX_ID_LENGTH));
    }
}
