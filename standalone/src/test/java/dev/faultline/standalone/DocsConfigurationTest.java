package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import tools.jackson.databind.JsonNode;

/// Holds docs/configuration.md to the code.
class DocsConfigurationTest {

    private static final String PAGE = DocsPages.read("docs/configuration.md");
    private static final Map<String, JsonNode> KNOWN = DocsSettings.known();
    private static final String MAP = "faultline.kafka.properties";

    /// A row: variable, setting (empty if there is none), default.
    record Row(String variable, String setting, String fallback) {}

    static Stream<Row> settings() {
        return DocsPages.rows(PAGE)
                .filter(cells -> cells.size() == 6 && cells.get(1).startsWith("`"))
                .map(cells ->
                        new Row(unquoted(cells.get(0)), unquoted(cells.get(1)), cells.get(2)));
    }

    private static String unquoted(String cell) {
        return cell.substring(1, cell.length() - 1);
    }

    @Test
    void namesEverySettingOfOursAndNoOther() {
        Set<String> ours =
                KNOWN.keySet().stream()
                        .filter(name -> name.startsWith("faultline."))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = settings().map(Row::setting).collect(Collectors.toSet());

        assertThat(documented).containsAll(ours);
        assertThat(KNOWN.keySet()).containsAll(documented);
        assertThat(settings()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsTheVariableThatSetsASetting(Row row) {
        if (row.setting().equals(MAP)) {
            var binder =
                    DocsSettings.binder(
                            MAP, Map.of("FAULTLINE_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL"));
            assertThat(binder.bind(MAP, Bindable.mapOf(String.class, String.class)).get())
                    .containsExactly(entry("security.protocol", "SSL"));
        } else {
            assertThat(
                            DocsSettings.binder(row.setting(), Map.of(row.variable(), "given"))
                                    .bind(row.setting(), String.class)
                                    .get())
                    .isEqualTo("given");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsTheDefault(Row row) {
        String effective =
                DocsSettings.binder(row.setting(), Map.of())
                        .bind(row.setting(), String.class)
                        .orElseGet(() -> KNOWN.get(row.setting()).asString(""));

        if (row.fallback().equals("none")) {
            assertThat(effective).isEmpty();
        } else if (row.fallback().matches("`[^`]+`")) {
            assertThat(effective)
                    .isEqualTo(unquoted(row.fallback()).replace("${server.port}", "8080"));
        }
    }

    static List<String> files() {
        return DocsSettings.FILES;
    }

    @ParameterizedTest
    @MethodSource("files")
    void settingsFilesHoldKnownSettingsOnly(String file) {
        assertThat(KNOWN.keySet()).containsAll(DocsSettings.file(file).keySet());
    }

    /// A stage and a test that builds a settings record by hand shall mean the same.
    @ParameterizedTest
    @MethodSource("files")
    void settingsFilesRepeatTheDefaultsOfTheCode(String file) {
        DocsSettings.file(file)
                .forEach((name, value) -> {
                    JsonNode inCode = KNOWN.get(name);
                    if (name.startsWith("faultline.")
                            && !value.contains("${")
                            && !inCode.isMissingNode()) {
                        assertThat(value).as(name).isEqualTo(inCode.asString());
                    }
                });
    }

    @Test
    void namesVariablesThatSomethingReads() {
        String readers =
                Stream.concat(
                                settings().map(Row::variable),
                                Stream.of(
                                                "faultline",
                                                ".mvn/jdk.sh",
                                                "Dockerfile",
                                                "common/src/main/resources/logback.xml",
                                                "common/src/main/java/dev/faultline/startup/LogFormat.java",
                                                "standalone/src/main/java/dev/faultline/standalone/StandaloneSettings.java",
                                                "embedded/src/main/java/dev/faultline/embedded/BinaryCache.java",
                                                "aggregator/src/main/resources/aggregator.yml")
                                        .map(DocsPages::read))
                        .collect(Collectors.joining("\n"));

        assertThat(DocsPages.rows(PAGE).flatMap(cells -> DocsPages.code(cells.getFirst()).stream()))
                .isNotEmpty()
                .allMatch(readers::contains);
    }
}
