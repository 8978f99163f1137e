package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.AccessPolicy;
import dev.faultline.access.Right;
import dev.faultline.openapi.OpenApiDocument;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document has the routes of the controllers, all of them and no others, and says of
/// each who may call it.
class DocumentedRoutesTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final AccessPolicy POLICY = AccessPolicy.ofFaultline();

    /// An operation of the document, by its place.
    record Operation(String method, String path, JsonNode json) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operations() {
        return OpenApiDocument.read().json().get("paths").properties().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .filter(member -> METHODS.contains(member.getKey()))
                                .map(member ->
                                        new Operation(
                                                member.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(),
                                                member.getValue())));
    }

    @Test
    void documentsEachRouteAndNoOther() {
        Set<String> taken =
                Stream.concat(Route.ofStages(), Route.ofEveryStage())
                        .map(route -> route.method() + " " + shape(route.path()))
                        .collect(Collectors.toSet());

        assertThat(
                        operations()
                                .map(operation ->
                                        operation.method() + " " + shape(operation.path())))
                .containsExactlyInAnyOrderElementsOf(taken);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysOfEachWhoMayCallIt(Operation operation) {
        JsonNode json = operation.json();
        String permission =
                POLICY.right(operation.method(), operation.path())
                        .map(right -> right.permission().text())
                        .orElse("none");
        String role =
                POLICY.right(operation.method(), operation.path())
                        .map(Right::role)
                        .map(least -> least.text())
                        .orElse("");

        assertThat(json.path("x-permission").asString()).isEqualTo(permission);
        assertThat(json.path("x-role").asString()).isEqualTo(role);
        // Without a key of its own, an operation has the document's.
        assertThat(json.path("security").isArray()).isEqualTo(permission.equals("none"));
    }

    /// How variables are called does not matter.
    private static String shape(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }
}
