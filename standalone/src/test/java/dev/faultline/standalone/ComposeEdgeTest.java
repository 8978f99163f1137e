package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the edge's routes to the API's paths and to the controllers.
class ComposeEdgeTest {

    private final ComposeEdge edge = new ComposeEdge();

    @ParameterizedTest
    @CsvSource({
        "GET,     /health,                       query-api",
        "GET,     /api/errors,                   query-api",
        "POST,    /api/errors,                   ingest-gateway",
        "OPTIONS, /api/errors,                   query-api",
        "PATCH,   /api/errors,                   query-api",
        "POST,    /api/errors/batch,             ingest-gateway",
        "POST,    /api/errors/batch/x,           query-api",
        "GET,     /api/errors/0b1c,              query-api",
        "DELETE,  /api/errors/0b1c,              query-api",
        "PUT,     /api/errors/0b1c/resolve,      query-api",
        "GET,     /api/events/0b1c,              query-api",
        "GET,     /api/events/stream,            query-api",
        "GET,     /openapi.json,                 query-api",
        "GET,     /docs,                         query-api",
        "GET,     /api/stats,                    query-api",
        "GET,     /api/analytics/trends,         query-api",
        "GET,     /api/analytics/performance,    query-api",
        "GET,     /api/monitoring/services,      query-api",
        "GET,     /api/monitoring/metrics,       query-api",
        "GET,     /api/monitoring/uptime,        query-api",
        "GET,     /api/alerts/rules,             alerting",
        "POST,    /api/alerts/rules,             alerting",
        "PUT,     /api/alerts/rules/0b1c,        alerting",
        "DELETE,  /api/alerts/rules/0b1c,        alerting",
        "GET,     /api/alerts/incidents,         alerting",
        "POST,    /api/alerts/incidents,         alerting",
        "PUT,     /api/alerts/incidents/0b1c,    alerting",
        "OPTIONS, /api/alerts/rules,             alerting",
        "GET,     /api/alerts,                   alerting",
        "GET,     /api/alertsx,                  query-api",
        "GET,     /x/api/alerts/rules,           query-api",
        "GET,     /api/settings/api-keys,        query-api",
        "POST,    /api/settings/api-keys,        query-api",
        "DELETE,  /api/settings/api-keys/0b1c,   query-api",
        "GET,     /api/settings/team,            query-api",
        "POST,    /api/settings/team/invite,     query-api",
        "GET,     /api/settings/integrations,    alerting",
        "PUT,     /api/settings/integrations/sms,  alerting",
        "DELETE,  /api/settings/integrations/sms,  alerting",
        "POST,    /api/settings/integrations/sms/test,  alerting",
        "GET,     /api/settings/integrationsx,   query-api",
        "GET,     /,                             query-api",
    })
    void sendsEachRequestToItsStage(String method, String path, String stage) {
        assertThat(edge.route(method, path)).isEqualTo(stage);
    }

    static Stream<Route> taken() {
        return Route.ofStages();
    }

    @ParameterizedTest
    @MethodSource("taken")
    void sendsToEachControllerWhatItTakes(Route route) {
        assertThat(edge.route(route.method(), route.sample())).isEqualTo(route.stage());
    }

    @Test
    void findsTheControllers() {
        assertThat(taken())
                .contains(
                        new Route("POST", "/api/errors", "ingest-gateway"),
                        new Route("GET", "/api/errors", "query-api"),
                        new Route("PUT", "/api/errors/{id}/resolve", "query-api"),
                        new Route("POST", "/api/settings/integrations/{name}/test", "alerting"));
    }

    @Test
    void hasAnUpstreamForEachStageItSendsTo() {
        assertThat(edge.upstreams().keySet()).containsExactlyInAnyOrderElementsOf(edge.stages());
        edge.upstreams().forEach((stage, server) -> assertThat(server).isEqualTo(stage + ":8080"));
    }

    @Test
    void describesTheSameRoutesForOtherProxies() {
        List<List<String>> rows =
                DocsPages.rows(DocsPages.section(DocsPages.read("docs/deployment.md"), "The edge"))
                        .skip(1)
                        .toList();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> {
                    String method = row.get(0).equals("any") ? "GET" : row.get(0);
                    List<String> paths = DocsPages.code(row.get(1));
                    assertThat(paths.isEmpty() ? List.of("/other") : paths)
                            .allSatisfy(path ->
                                    assertThat(edge.route(method, path.replace("...", "x")))
                                            .isEqualTo(row.get(2)));
                });
        assertThat(rows).extracting(row -> row.get(2)).containsAll(edge.stages());
    }

    @Test
    void passesOnTheStreamAsItComes() {
        assertThat(edge.location("= /api/events/stream"))
                .contains("proxy_pass http://$stage;", "proxy_buffering off;")
                .contains("proxy_read_timeout 90s;");
    }

    @Test
    void replacesWhatClientsSayAboutTheirAddress() {
        assertThat(edge.directives("proxy_set_header"))
                .contains(
                        "X-Forwarded-For $remote_addr",
                        "X-Forwarded-Proto $scheme",
                        "X-Forwarded-Host \"\"",
                        "X-Forwarded-Port \"\"",
                        "Forwarded \"\"");
    }
}
