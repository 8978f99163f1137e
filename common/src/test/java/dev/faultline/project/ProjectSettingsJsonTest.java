package dev.faultline.project;

import static dev.faultline.project.SettingsSamples.SETTINGS;
import static dev.faultline.project.SettingsSamples.SHOP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.retention.RetentionSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands in the topic must stay readable, and is written just so.
class ProjectSettingsJsonTest {

    @Test
    void writesTheGoldenFile() throws IOException {
        assertThat(new String(ProjectSettingsJson.write(SHOP, SETTINGS), UTF_8))
                .isEqualTo(golden());
    }

    @Test
    void readsTheGoldenFile() throws IOException {
        assertThat(read(golden())).isEqualTo(SETTINGS);
    }

    @Test
    void readsSettingsThatWereWrittenBeforeRetentionCouldBeSet() throws IOException {
        assertThat(read(golden("project-settings-1.json")))
                .isEqualTo(SETTINGS.with(RetentionSettings.DEFAULT));
    }

    @Test
    void readsWhatAProjectThatSetNothingWrites() {
        byte[] json = ProjectSettingsJson.write(SHOP, ProjectSettings.NONE);

        assertThat(ProjectSettingsJson.read(json, 0)).isEqualTo(ProjectSettings.NONE);
    }

    @Test
    void ignoresFieldsThatANewerWriterAdds() throws IOException {
        String newer =
                golden().replaceFirst("\\{", "{\"added\":1,")
                        .replace("\"grouping\":{", "\"grouping\":{\"added\":1,")
                        .replace("{\"id\":", "{\"added\":1,\"id\":");

        assertThat(read(newer)).isEqualTo(SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "match":{     | "match":{"added":["x"], | rules[0].match.added is unknown
                    "fingerprint" | "added"                 | rules[0].fingerprint or rules[0].in_app
                    "id":"        | "name":"                | rules[0].id is required
                    :1,           | :2,                     | schema_version 2 is unknown
                    "rules"       | "added"                 | grouping.rules is required
                    "scrubbing"   | "added"                 | scrubbing is required
                    "group_days"  | "groups"                | retention.groups is unknown
                    :14           | :0                      | retention.occurrence_days must be a whole number from 1 to 365
                    :90           | :9                      | retention.group_days must not be less than occurrence_days, 14
                    :90           | :3651                   | retention.group_days must be a whole number from 1 to 3650
                    }]}           | }                       | malformed JSON
                    """)
    void refusesWhatItWouldUnderstandInPartOnly(String found, String instead, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(replaceFirst(golden(), found, instead)))
                .withMessageStartingWith(sentence);
    }

    private static String replaceFirst(String text, String found, String instead) {
        int at = text.indexOf(found);
        return text.substring(0, at) + instead + text.substring(at + found.length());
    }

    private static ProjectSettings read(String json) {
        return ProjectSettingsJson.read(json.getBytes(UTF_8), SETTINGS.revision());
    }

    private static String golden() throws IOException {
        return golden("project-settings.json");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file =
                ProjectSettingsJsonTest.class.getResourceAsStream("/contract/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip();
        }
    }
}
