package dev.faultline.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.faultline.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/// The document is valid, complete in itself, and right in its examples.
class OpenApiDocumentTest {

    private static final String DOCUMENT = "urn:faultline:openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final Set<String> PERMISSIONS =
            Set.of("none", "ingest", "read", "write", "admin");
    private static final Set<String> ROLES = Set.of("viewer", "developer", "admin", "owner");

    /// With the published schema of OpenAPI 3.1, whose schemas are those of JSON Schema.
    private static final String META =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "urn:faultline:openapi-meta",
              "$ref": "https://spec.openapis.org/oas/3.1/schema",
              "$defs": {
                "schema": {
                  "$dynamicAnchor": "meta",
                  "$ref": "https://json-schema.org/draft/2020-12/schema"
                }
              }
            }
            """;

    private static final JsonNode ALL = OpenApiDocument.read().json();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemas(
                                    Map.of(
                                            DOCUMENT,
                                            ALL.toString(),
                                            "urn:faultline:openapi-meta",
                                            META,
                                            "https://spec.openapis.org/oas/3.1/schema",
                                            read(
                                                    "src/test/resources/openapi/oas-3.1.schema.json"))));

    @Test
    void isMadeOfAllItsParts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/openapi"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(OpenApiDocument.PARTS);
        }
    }

    @Test
    void isAnOpenApiDocument() {
        assertThat(errors("urn:faultline:openapi-meta", ALL)).isEmpty();
    }

    @Test
    void hasEverythingThatItRefersToAndNothingElse() {
        Set<String> references = references(ALL);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> {
                    assertThat(reference).startsWith("#/");
                    assertThat(ALL.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse();
                });
        for (String kind : List.of("schemas", "responses", "parameters", "headers")) {
            assertThat(ALL.get("components").get(kind).propertyNames())
                    .allSatisfy(name ->
                            assertThat(references).contains("#/components/" + kind + "/" + name));
        }
    }

    /// An operation of the document, by its place.
    record Operation(String path, String method, JsonNode json) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operations() {
        return ALL.get("paths").properties().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .filter(member -> METHODS.contains(member.getKey()))
                                .map(member ->
                                        new Operation(
                                                path.getKey(),
                                                member.getKey(),
                                                member.getValue())));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysOfEachOperationWhatACallerNeeds(Operation operation) {
        JsonNode json = operation.json();

        assertThat(json.path("operationId").asString()).matches("[a-z][A-Za-z]+");
        assertThat(json.path("summary").asString()).isNotBlank();
        assertThat(json.path("description").asString()).isNotBlank();
        assertThat(json.path("tags").size()).isEqualTo(1);
        assertThat(PERMISSIONS).contains(json.path("x-permission").asString());
        assertThat(parameters(operation))
                .allSatisfy(parameter ->
                        assertThat(parameter.path("description").asString()).isNotBlank());
        if (!json.path("x-permission").asString().equals("none")) {
            assertThat(json.get("responses").propertyNames())
                    .contains("400", "401", "403", "429", "500", "503");
            assertThat(ROLES).contains(json.path("x-role").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesEachParameterOfThePath(Operation operation) {
        Set<String> described = new HashSet<>();
        for (JsonNode parameter : parameters(operation)) {
            if (parameter.path("in").asString().equals("path")) {
                described.add(parameter.path("name").asString());
            }
        }

        assertThat(
                        Pattern.compile("\\{([^}]+)}")
                                .matcher(operation.path())
                                .results()
                                .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    private static List<JsonNode> parameters(Operation operation) {
        return Stream.of(ALL.get("paths").get(operation.path()), operation.json())
                .flatMap(at -> at.path("parameters").valueStream())
                .map(parameter ->
                        parameter.has("$ref")
                                ? ALL.at(parameter.get("$ref").asString().substring(1))
                                : parameter)
                .toList();
    }

    @Test
    void namesEachOperationOnceAndTagsThatThereAre() {
        assertThat(operations())
                .extracting(operation -> operation.json().path("operationId").asString())
                .doesNotHaveDuplicates();
        List<String> tags = new ArrayList<>();
        ALL.get("tags").forEach(tag -> tags.add(tag.get("name").asString()));
        assertThat(operations())
                .extracting(operation -> operation.json().path("tags").path(0).asString())
                .isSubsetOf(tags);
    }

    @Test
    void givesExamplesThatAreAsItsSchemasSay() {
        List<String> wrong = new ArrayList<>();
        int[] checked = new int[1];
        visit(
                ALL,
                "",
                (place, node) -> {
                    if (node.path("examples").isArray()) {
                        for (JsonNode example : node.get("examples")) {
                            checked[0]++;
                            errors(place, example, wrong);
                        }
                    } else if (node.path("examples").isObject() && node.has("schema")) {
                        for (Map.Entry<String, JsonNode> example :
                                node.get("examples").properties()) {
                            checked[0]++;
                            errors(place + "/schema", example.getValue().get("value"), wrong);
                        }
                    }
                });

        assertThat(wrong).isEmpty();
        assertThat(checked[0]).isGreaterThan(30);
    }

    private static void errors(String place, JsonNode example, List<String> wrong) {
        errors(DOCUMENT + "#" + place, example)
                .forEach(error -> wrong.add(place + ": " + error + " in " + example));
    }

    @Test
    void saysTheSameInYaml() {
        OpenApiDocument document = OpenApiDocument.read();

        assertThat(Json.mapper().<JsonNode>valueToTree(new Yaml().load(document.yaml())))
                .isEqualTo(document.json());
        assertThat(document.yaml()).startsWith("openapi: 3.1.1\n").doesNotContain("&id001");
    }

    @Test
    void refusesWhatTwoPartsSay() {
        assertThatThrownBy(() -> OpenApiDocument.of(List.of("health", "health")))
                .hasMessageContaining("/paths/~1health".replace("~1", "/"))
                .hasMessageEndingWith("is in two parts of the OpenAPI document");
    }

    private static List<Error> errors(String schema, JsonNode value) {
        return SCHEMAS.getSchema(SchemaLocation.of(schema))
                .validate(
                        value,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    private static Set<String> references(JsonNode document) {
        Set<String> references = new HashSet<>();
        visit(
                document,
                "",
                (_, node) -> {
                    if (node.has("$ref")) {
                        references.add(node.get("$ref").asString());
                    }
                });
        return references;
    }

    @FunctionalInterface
    private interface Visitor {

        void visit(String place, JsonNode node);
    }

    /// Everything but the examples themselves.
    private static void visit(JsonNode node, String place, Visitor visitor) {
        if (node.isObject()) {
            visitor.visit(place, node);
            node.properties()
                    .forEach(member -> {
                        if (!member.getKey().equals("examples")) {
                            visit(
                                    member.getValue(),
                                    place + "/" + escape(member.getKey()),
                                    visitor);
                        }
                    });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node.get(i), place + "/" + i, visitor);
            }
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
