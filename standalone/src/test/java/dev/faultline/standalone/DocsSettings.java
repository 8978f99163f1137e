package dev.faultline.standalone;

import dev.faultline.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/// The settings that the code knows, as Spring's annotation processor wrote them down, and the
/// settings files.
final class DocsSettings {

    static final List<String> FILES =
            List.of("faultline", "ingest-gateway", "aggregator", "alerting", "query-api");

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private DocsSettings() {}

    /// Every setting of ours and of Spring's, with its default; missing where it has none.
    static Map<String, JsonNode> known() {
        try {
            Map<String, JsonNode> known = new TreeMap<>();
            ClassLoader loader = DocsSettings.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(METADATA))) {
                try (InputStream in = url.openStream()) {
                    for (JsonNode property : Json.mapper().readTree(in).path("properties")) {
                        known.put(property.path("name").asString(), property.path("defaultValue"));
                    }
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The keys and raw values of a settings file, without its suffix.
    static Map<String, String> file(String name) {
        Map<String, String> values = new TreeMap<>();
        for (EnumerablePropertySource<?> source : sources(name)) {
            for (String key : source.getPropertyNames()) {
                values.put(key, String.valueOf(source.getProperty(key)));
            }
        }
        return values;
    }

    /// Reads a setting as the stage that has it in its file would, with these variables.
    static Binder binder(String setting, Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources all = environment.getPropertySources();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        all.replace(name, new SystemEnvironmentPropertySource(name, variables));
        sources("faultline").forEach(all::addLast);
        FILES.stream()
                .filter(file -> file(file).containsKey(setting))
                .findFirst()
                .ifPresent(file -> sources(file).forEach(all::addLast));
        return Binder.get(environment);
    }

    private static List<EnumerablePropertySource<?>> sources(String name) {
        ClassPathResource file = new ClassPathResource(name + ".yml");
        try {
            return new YamlPropertySourceLoader()
                    .load(name, file).stream()
                            .<EnumerablePropertySource<?>>map(
                                    source -> (EnumerablePropertySource<?>) source)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
