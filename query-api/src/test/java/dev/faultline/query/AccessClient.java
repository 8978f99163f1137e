package dev.faultline.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.query.RunningQueryApi.Answer;
import tools.jackson.databind.JsonNode;

/// Makes keys, projects and members as people do.
final class AccessClient {

    private final RunningQueryApi api;

    AccessClient(RunningQueryApi api) {
        this.api = api;
    }

    /// @return the key of the new project
    String newProject(String id) {
        Answer made = api.send("POST", "/api/settings/projects", "{\"name\":\"%s\"}".formatted(id));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.data().get("api_key").stringValue();
    }

    String join(String project, String email, String role) {
        return accept(token(invite(project, email, role))).data().get("api_key").stringValue();
    }

    Answer invite(String key, String email, String role) {
        return api.send(
                "POST",
                "/api/settings/team/invite",
                "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role),
                key);
    }

    String token(Answer invited) {
        return invited.data().get("invite_url").stringValue().replaceFirst(".*#token=", "");
    }

    Answer accept(String token) {
        return api.send(
                "POST", "/api/team/accept", "{\"token\":\"%s\"}".formatted(token), "no key at all");
    }

    JsonNode key(String permission) {
        return key(permission, "test-api-key");
    }

    JsonNode key(String permission, String maker) {
        Answer made =
                api.send(
                        "POST",
                        "/api/settings/api-keys",
                        "{\"name\":\"of a test\",\"permissions\":[\"%s\"]}".formatted(permission),
                        maker);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.data();
    }
}
