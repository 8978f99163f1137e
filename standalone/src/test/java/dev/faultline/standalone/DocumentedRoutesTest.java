package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.openapi.OpenApiDocument;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document has the routes of the controllers: all of them, and no others.
class DocumentedRoutesTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void documentsEachRouteAndNoOther() {
        Set<String> taken =
                Route.ofStages()
                        .filter(route -> route.path().startsWith("/api"))
                        .map(route -> route.method() + " " + shape(route.path()))
                        .collect(Collectors.toSet());

        assertThat(documented()).containsExactlyInAnyOrderElementsOf(taken);
    }

    private static Set<String> documented() {
        JsonNode paths = OpenApiDocument.read().json().get("paths");
        return paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/api"))
                .flatMap(path ->
                        path.getValue().propertyNames().stream()
                                .filter(METHODS::contains)
                                .map(method ->
                                        method.toUpperCase(Locale.ROOT)
                                                + " "
                                                + shape(path.getKey())))
                .collect(Collectors.toSet());
    }

    /// How variables are called does not matter.
    private static String shape(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }
}
