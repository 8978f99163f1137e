package dev.faultline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "my-shop",
                "0-",
                "a23456789-123456789-123456789-123456789-123456789-123456789-123"
            })
    void takesProjectNames(String name) {
        assertThat(new ProjectId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "A",
                "a_b",
                "a b",
                "a|b",
                "a\n",
                "ä",
                "٣",
                "a23456789-123456789-123456789-123456789-123456789-123456789-1234"
            })
    void rejectsOtherProjectNames(String name) {
        assertThatThrownBy(() -> new ProjectId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("project must be 1 to 63 lower-case letters, digits or hyphens");
    }

    /// Golden: group ids are made from it.
    @Test
    void neverChangesAProjectsUuid() {
        assertThat(ProjectId.DEFAULT.uuid())
                .isEqualTo(UUID.fromString("f6d7eb56-c548-56a2-be12-80c13866ede3"));
        assertThat(new ProjectId("shop").uuid()).isNotEqualTo(ProjectId.DEFAULT.uuid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Az09._:@/+=-", "01890a5d-ac96-774b-bcce-b302099a8057"})
    void takesEventIds(String id) {
        assertThat(new EventId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a|b", "a\n", "ä", "٣", "a\u0000", "a,b", "{a}"})
    void rejectsOtherEventIds(String id) {
        assertThatThrownBy(() -> new EventId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    /// The vectors of RFC 9562, appendix A.4, and of Python's documentation of its module `uuid`.
    @ParameterizedTest
    @CsvSource({
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8, www.example.com, 2ed6657d-e927-568b-95e1-2665a8aea6a2",
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8, python.org, 886313e1-3b8a-5372-9b90-0c9aee199e5d"
    })
    void namesUuidsAsTheRfcDoes(UUID namespace, String name, UUID uuid) {
        assertThat(NameUuid.of(namespace, name)).isEqualTo(uuid);
    }

    @Test
    void marksNamedUuidsAsVersion5() {
        for (int i = 0; i < 100; i++) {
            UUID uuid = NameUuid.of(new UUID(0, i), "ä" + i);

            assertThat(uuid.version()).isEqualTo(5);
            assertThat(uuid.variant()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "2ed6657d-e927-568b-95e1-2665a8aea6a2",
                "2ED6657D-E927-568B-95E1-2665A8AEA6A2",
                "ffffffff-ffff-ffff-ffff-ffffffffffff"
            })
    void readsUuids(String text) {
        assertThat(Uuids.parse(text)).contains(UUID.fromString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "2ed6657de927568b95e12665a8aea6a2",
                "{2ed6657d-e927-568b-95e1-2665a8aea6}",
                "2ed6657d-e927-568b-95e1-2665a8aea6ag",
                "2ed6657d-e927-568b-95e1-2665a8aea6a2 ",
                "2ed6657de-927-568b-95e1-2665a8aea6a2",
                "2ed6657d-e927-568b-95e1-+665a8aea6a2",
                "２ed6657d-e927-568b-95e1-2665a8aea6a2",
                "------------------------------------"
            })
    void readsNothingElseAsUuid(String text) {
        assertThat(Uuids.parse(text)).isEmpty();
    }
}
