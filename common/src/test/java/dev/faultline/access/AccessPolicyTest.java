package dev.faultline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

    private final AccessPolicy policy = AccessPolicy.ofFaultline();

    /// Written anew from the description of permissions and roles, not from the code.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    GET,    /api/errors,                       read,   viewer
                    GET,    /api/errors/{any},                 read,   viewer
                    GET,    /api/errors/{id}/grouping,         read,   viewer
                    GET,    /api/errors/{id}/occurrences,      read,   viewer
                    GET,    /api/events/{*id},                 read,   viewer
                    GET,    /api/events/stream,                read,   viewer
                    GET,    /api/stats,                        read,   viewer
                    GET,    /api/analytics/trends,             read,   viewer
                    GET,    /api/monitoring/services,          read,   viewer
                    GET,    /metrics,                          read,   viewer
                    GET,    /api/alerts/rules,                 read,   viewer
                    HEAD,   /api/errors,                       read,   viewer
                    POST,   /api/errors,                       ingest, developer
                    POST,   /api/errors/batch,                 ingest, developer
                    PUT,    /api/errors/{id}/resolve,          write,  developer
                    POST,   /api/alerts/rules,                 write,  developer
                    PUT,    /api/alerts/rules/{id},            write,  developer
                    POST,   /api/alerts/rules/preview,         read,   viewer
                    DELETE, /api/alerts/incidents/{id},        write,  developer
                    DELETE, /api/errors/{id},                  admin,  admin
                    GET,    /api/settings/grouping,            admin,  developer
                    POST,   /api/settings/grouping/preview,    admin,  developer
                    GET,    /api/settings/scrubbing,           admin,  developer
                    GET,    /api/settings/integrations,        admin,  developer
                    GET,    /api/settings/integrations/slack,  admin,  developer
                    PUT,    /api/settings/grouping,            admin,  admin
                    POST,   /api/settings/grouping/rules,      admin,  admin
                    DELETE, /api/settings/grouping/rules/{id}, admin,  admin
                    PUT,    /api/settings/scrubbing,           admin,  admin
                    PUT,    /api/settings/retention,           admin,  admin
                    POST,   /api/settings/integrations/test,   admin,  admin
                    GET,    /api/settings/api-keys,            admin,  developer
                    POST,   /api/settings/api-keys,            admin,  developer
                    DELETE, /api/settings/api-keys/{id},       admin,  developer
                    GET,    /api/settings/projects,            admin,  admin
                    PUT,    /api/settings/projects/{id},       admin,  admin
                    GET,    /api/settings/team,                admin,  admin
                    POST,   /api/settings/team/invite,         admin,  admin
                    DELETE, /api/settings/team/{id},           admin,  admin
                    GET,    /api/settings/audit,               admin,  admin
                    """)
    void tellsWhatEachRouteNeeds(String method, String path, String permission, String role) {
        Right right = policy.right(method, path).orElseThrow();

        assertThat(right.permission().text()).isEqualTo(permission);
        assertThat(right.role().text()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/new",
        "POST, /api/errors/{id}",
        "PATCH, /api/errors/{id}",
        "DELETE, /api/errors",
        "POST, /api/analytics/trends",
        "DELETE, /api/settings/audit",
        "GET, /api/settings/new",
        "POST, /api/team/accept"
    })
    void saysNothingOfOtherRoutes(String method, String path) {
        assertThat(policy.right(method, path)).isEmpty();
    }

    @Test
    void takesOneRouteWithoutAKey() {
        assertThat(AccessPolicy.isPublic("POST", "/api/team/accept")).isTrue();
        assertThat(AccessPolicy.isPublic("GET", "/api/team/accept")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/team/accept/",
                "/api/team/accept;x=1",
                "/api/team//accept",
                "/api/team/%61ccept",
                "/api/team/x/../accept",
                "/API/team/accept",
                "/api/team/acceptance"
            })
    void takesNoOtherSpellingOfIt(String path) {
        assertThat(AccessPolicy.isPublic("POST", path)).isFalse();
    }
}
