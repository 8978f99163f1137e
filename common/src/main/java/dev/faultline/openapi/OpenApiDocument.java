package dev.faultline.openapi;

import dev.faultline.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.1.html) document of all stages' REST API,
/// put together from its parts. They are written by hand, and held to the code by tests.
public final class OpenApiDocument {

    /// The resources `openapi/*.yaml`; the first has what all share. A part describes one feature,
    /// its paths and schemas.
    static final List<String> PARTS =
            List.of(
                    "base",
                    "errors",
                    "events",
                    "statistics",
                    "monitoring",
                    "settings",
                    "retention",
                    "integrations",
                    "alert-rules",
                    "incidents",
                    "notifications",
                    "access",
                    "usage",
                    "health");

    /// Members of a part that its other members are made of.
    private static final String SHARED = "x-shared";

    /// Parts refer to what they repeat; that many times at most, which no part comes near.
    private static final int ALIASES = 1_000;

    private final ObjectNode document;

    private OpenApiDocument(ObjectNode document) {
        this.document = document;
    }

    public static OpenApiDocument read() {
        return of(PARTS);
    }

    /// Lists are joined.
    ///
    /// @throws IllegalStateException if two parts say something else of the same
    static OpenApiDocument of(List<String> parts) {
        ObjectNode document = Json.mapper().createObjectNode();
        parts.forEach(part -> merge(document, part(part), ""));
        return new OpenApiDocument(document);
    }

    private static ObjectNode part(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(ALIASES);
        options.setAllowDuplicateKeys(false);
        String resource = "/openapi/" + name + ".yaml";
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no resource " + resource);
            }
            Object yaml = new Yaml(new SafeConstructor(options)).load(in);
            ObjectNode part = Json.mapper().<JsonNode>valueToTree(yaml).asObject();
            part.remove(SHARED);
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode part, String place) {
        for (Map.Entry<String, JsonNode> member : part.properties()) {
            JsonNode before = into.get(member.getKey());
            String where = place + "/" + member.getKey();
            if (before == null) {
                into.set(member.getKey(), member.getValue());
            } else if (before.isObject() && member.getValue().isObject()) {
                merge(before.asObject(), member.getValue().asObject(), where);
            } else if (before.isArray() && member.getValue().isArray()) {
                before.asArray().addAll(member.getValue().asArray());
            } else {
                throw new IllegalStateException(where + " is in two parts of the OpenAPI document");
            }
        }
    }

    /// The whole. Not to be changed.
    public JsonNode json() {
        return document;
    }

    /// The same in YAML, for people.
    public String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setDereferenceAliases(true);
        options.setSplitLines(false);
        return new Yaml(new Representer(options), options)
                .dump(Json.mapper().convertValue(document, Object.class));
    }
}
