package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.json.Json;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/// Holds docker-compose.yml and the Dockerfile to the modules and their settings.
class ComposeTest {

    private static final Set<String> STAGES =
            Set.of("ingest-gateway", "aggregator", "alerting", "query-api");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final String DOCKERFILE = DocsPages.read("Dockerfile");

    private final JsonNode compose =
            Json.mapper().valueToTree(new Yaml().load(DocsPages.read("docker-compose.yml")));

    private JsonNode service(String name) {
        JsonNode service = compose.path("services").path(name);
        assertThat(service.isObject()).as(name).isTrue();
        return service;
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(variable ->
                        environment.put(
                                variable.getKey(), effective(variable.getValue().asString())));
        return environment;
    }

    /// A value where the operator sets nothing.
    private static String effective(String value) {
        return DEFAULT.matcher(value).replaceAll(found -> found.group(1));
    }

    @Test
    void runsTheDatabaseThatUsersKnow() {
        assertThat(service("postgres").path("image").asString()).isEqualTo("postgres:15");
        assertThat(environment("postgres"))
                .isEqualTo(
                        Map.of(
                                "POSTGRES_DB", "error_logs",
                                "POSTGRES_USER", "error_logs_user",
                                "POSTGRES_PASSWORD", "error_logs_password"));
        assertThat(service("redis").path("image").asString()).isEqualTo("redis:7-alpine");
        assertThat(environment("query-api"))
                .containsEntry(
                        "DATABASE_URL",
                        "postgres://error_logs_user:error_logs_password@postgres:5432/error_logs?sslmode=disable")
                .containsEntry("REDIS_URL", "redis://redis:6379");
        assertThat(environment("alerting").get("DATABASE_URL"))
                .isEqualTo(environment("query-api").get("DATABASE_URL"));
    }

    @Test
    void runsTheKafkaThatTheStagesAreBuiltFor() {
        assertThat(service("kafka").path("image").asString())
                .isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
        assertThat(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"))
                .isEqualTo(
                        "PLAINTEXT://" + environment("aggregator").get("KAFKA_BOOTSTRAP_SERVERS"));
    }

    @Test
    void buildsEveryStageFromTheOneDockerfile() {
        Set<String> built =
                compose.path("services").properties().stream()
                        .filter(service -> service.getValue().has("build"))
                        .map(service -> {
                            assertThat(service.getValue().at("/build/args/STAGE").asString())
                                    .isEqualTo(service.getKey());
                            return service.getKey();
                        })
                        .collect(Collectors.toSet());

        assertThat(built).isEqualTo(STAGES);
        assertThat(first("-pl ([a-z,-]+) -am").split(",")).containsExactlyInAnyOrder(stages());
        assertThat(first("for stage in ([a-z -]+);").split(" "))
                .containsExactlyInAnyOrder(stages());
        for (String stage : STAGES) {
            assertThat(DocsPages.root().resolve(stage).resolve("pom.xml")).exists();
            assertThat(
                            Files.exists(
                                    DocsPages.root()
                                            .resolve(
                                                    stage
                                                            + "/src/main/resources/"
                                                            + stage
                                                            + ".yml")))
                    .isTrue();
        }
    }

    private static String[] stages() {
        return STAGES.toArray(String[]::new);
    }

    private static String first(String pattern) {
        return Pattern.compile(pattern)
                .matcher(DOCKERFILE)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-gateway", "aggregator", "alerting", "query-api"})
    void setsOnlyVariablesThatTheStageReads(String stage) {
        assertThat(environment(stage).keySet()).isSubsetOf(read(stage));
    }

    /// Variables that stand in the stage's settings files, that are the long form of a setting, or
    /// that the image's command or the log settings read.
    private static Set<String> read(String stage) {
        Set<String> read = new TreeSet<>();
        for (String file : List.of("faultline", stage)) {
            DocsSettings.file(file)
                    .forEach((name, value) -> {
                        read.add(variable(name));
                        placeholders(value).forEach(read::add);
                    });
        }
        DocsSettings.known().keySet().stream()
                .filter(name -> name.startsWith("server."))
                .map(ComposeTest::variable)
                .forEach(read::add);
        read.addAll(placeholders(DocsPages.read("common/src/main/resources/logback.xml")));
        read.addAll(List.of("FAULTLINE_JAVA_OPTS"));
        assertThat(DOCKERFILE).contains("$FAULTLINE_JAVA_OPTS -jar");
        return read;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void publishesTheEdgeAlone() {
        compose.path("services")
                .properties()
                .forEach(service ->
                        assertThat(service.getValue().has("ports"))
                                .as(service.getKey())
                                .isEqualTo(service.getKey().equals("edge")));
        assertThat(effective(service("edge").path("ports").path(0).asString()))
                .isEqualTo("127.0.0.1:8080:8080");
        assertThat(new ComposeEdge().directives("listen")).containsExactly("8080");
        assertThat(service("edge").path("volumes").path(0).asString())
                .isEqualTo("./edge/nginx.conf:/etc/nginx/nginx.conf:ro");
    }

    @Test
    void answersOnThePortThatTheEdgeAsks() {
        assertThat(DocsSettings.file("faultline")).containsEntry("server.port", "${PORT:8080}");
        assertThat(DOCKERFILE).contains("EXPOSE 8080").contains("${PORT:-8080}");
        for (String stage : STAGES) {
            assertThat(environment(stage)).doesNotContainKey("PORT");
        }
        assertThat(environment("ingest-gateway"))
                .containsEntry("QUERY_API_URL", "http://query-api:8080");
        assertThat(environment("query-api")).containsEntry("ALERTING_URL", "http://alerting:8080");
    }

    @Test
    void hasTheRulesOfDevelopmentUnlessTold() {
        for (String stage : STAGES) {
            assertThat(environment(stage))
                    .containsEntry("ENVIRONMENT", "development")
                    .containsEntry("SERVER_FORWARD_HEADERS_STRATEGY", "native");
        }
    }

    @Test
    void givesEachAggregatorStoresOfItsOwn() {
        assertThat(service("aggregator").has("volumes")).isFalse();
        assertThat(DOCKERFILE).contains("VOLUME /data").contains("FAULTLINE_DATA=/data");
    }

    @Test
    void waitsForAndKeepsOnlyWhatIsThere() {
        JsonNode services = compose.path("services");
        services.properties()
                .forEach(service -> {
                    JsonNode needed = service.getValue().path("depends_on");
                    Set<String> names = new TreeSet<>(needed.propertyNames());
                    needed.values().forEach(name -> names.add(name.asString("")));
                    names.remove("");
                    assertThat(services.propertyNames()).as(service.getKey()).containsAll(names);
                    needed.properties()
                            .forEach(dependency -> {
                                if (dependency
                                        .getValue()
                                        .path("condition")
                                        .asString("")
                                        .equals("service_healthy")) {
                                    assertThat(service(dependency.getKey()).has("healthcheck"))
                                            .isTrue();
                                }
                            });
                });
        assertThat(compose.path("volumes").propertyNames())
                .containsExactlyInAnyOrder("kafka", "postgres");
        assertThat(Objects.toString(service("postgres").path("volumes").path(0)))
                .contains("postgres:/var/lib/postgresql/data");
    }

    @Test
    void limitsTheMemoryThatHeapsAreAShareOf() {
        assertThat(DOCKERFILE).contains("-XX:MaxRAMPercentage");
        for (String stage : STAGES) {
            assertThat(service(stage).path("mem_limit").asString()).isEqualTo("768m");
        }
    }
}
