package dev.faultline.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessBookTest {

    private static final Instant NOW = Instant.parse("2025-08-29T12:00:00Z");
    private static final KeyRecord KEY =
            MadeKeys.key(MadeKeys.VIEWERS, "viewer", Set.of("https://a.example"), Permission.READ);
    private static final MemberRecord INVITED =
            MadeKeys.member("viewer", Role.VIEWER)
                    .invited(Role.ADMIN, new MemberRecord.Invitation("hash", NOW, NOW));
    private static final ProjectRecord PROJECT =
            new ProjectRecord(new ProjectId("shop"), "Shop", NOW, ProjectId.DEFAULT);

    private final AccessBook book = new AccessBook();

    @Test
    void readsWhatWasWritten() {
        put(KEY, 1);
        put(INVITED, 1);
        put(PROJECT, 1);

        assertThat(book.keyByHmac(KEY.hmac())).contains(KEY);
        assertThat(book.keysOf(ProjectId.DEFAULT)).containsExactly(KEY);
        assertThat(book.membersOf(ProjectId.DEFAULT)).containsExactly(INVITED);
        assertThat(book.project(new ProjectId("shop"))).contains(PROJECT);
    }

    @Test
    void showsNothingOfAnotherProject() {
        put(KEY, 1);
        put(INVITED, 1);
        ProjectId shop = new ProjectId("shop");

        assertThat(book.key(shop, KEY.id())).isEmpty();
        assertThat(book.member(shop, INVITED.id())).isEmpty();
        assertThat(book.keysOf(shop)).isEmpty();
        assertThat(book.membersOf(shop)).isEmpty();
    }

    /// As a feed does that begins anew.
    @Test
    void neverGoesBackToAnOlderRecord() {
        put(KEY.revoked(NOW), 2);
        put(KEY, 1);
        assertThat(book.keyByHmac(KEY.hmac()).orElseThrow().isLive(NOW)).isFalse();

        book.take(KEY.recordKey(), null, 3);
        put(KEY, 1);
        assertThat(book.keyByHmac(KEY.hmac())).isEmpty();
        assertThat(book.keys()).isEmpty();
    }

    @Test
    void letsOneWaitForARevision() throws Exception {
        put(KEY, 2);

        assertThat(book.await(KEY.recordKey(), 2, Duration.ZERO)).isTrue();
        assertThat(book.await(KEY.recordKey(), 3, Duration.ZERO)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    key/a     | {}
                    key/a     | null
                    key/a     | nonsense
                    key/a     | {"id":"a","project":"shop","hmac":"x","permissions":["fly"],"allowed_origins":[]}
                    key/a     | {"id":"b","project":"shop","hmac":"x","permissions":["read"],"allowed_origins":[]}
                    member/a  | {"id":"a","project":"no project","email":"a@x.example","role":"owner"}
                    member/a  | {"id":"a","project":"shop","email":"a@x.example","role":"king"}
                    project/a | {"project":"b","parent":"b"}
                    robot/a   | {}
                    """)
    void refusesWhatCannotBeRead(String recordKey, String json) {
        assertThatThrownBy(() -> book.take(recordKey, json.getBytes(UTF_8), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesNoSecret() {
        assertThat(new String(AccessJson.write(KEY), UTF_8))
                .doesNotContain(MadeKeys.VIEWERS.substring(8, 20));
    }

    private void put(AccessRecord record, long revision) {
        book.take(record.recordKey(), AccessJson.write(record), revision);
    }
}
