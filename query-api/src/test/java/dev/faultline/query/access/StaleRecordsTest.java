package dev.faultline.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.AccessBook;
import dev.faultline.access.AccessRecord;
import dev.faultline.access.KeyLimits;
import dev.faultline.access.KeyRecord;
import dev.faultline.access.MemberRecord;
import dev.faultline.access.Permission;
import dev.faultline.access.Role;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaleRecordsTest {

    private static final Instant NOW = Instant.parse("2025-08-29T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(31));
    private static final Instant LATELY = NOW.minus(Duration.ofDays(29));

    private final AccessBook book = new AccessBook();

    @Test
    void areWithoutForceForAMonth() {
        put(member("jo", null));
        put(member("invited", new MemberRecord.Invitation("hash", LATELY, LATELY)));
        MemberRecord expired =
                put(member("expired", new MemberRecord.Invitation("hash", LONG_AGO, LONG_AGO)));
        put(key("live", "jo", LONG_AGO));
        put(key("of the operator", null, LONG_AGO));
        put(key("revoked lately", "jo", LONG_AGO).revoked(LATELY));
        KeyRecord revoked = put(key("revoked", "jo", LONG_AGO).revoked(LONG_AGO));
        KeyRecord outlived = put(key("outlived", null, LONG_AGO).expiring(LONG_AGO));

        assertThat(StaleRecords.of(book, NOW))
                .containsExactlyInAnyOrder(revoked, outlived, expired);
    }

    @Test
    void areKeysOfPeopleWhoAreGoneButNotBeforeTheyCanHaveCome() {
        KeyRecord orphaned = put(key("orphaned", "gone", LONG_AGO));
        put(key("young", "not seen yet", NOW));

        assertThat(StaleRecords.of(book, NOW)).containsExactly(orphaned);
    }

    private <R extends AccessRecord> R put(R record) {
        book.take(record.recordKey(), Json.mapper().writeValueAsBytes(record), 1);
        return record;
    }

    private static MemberRecord member(String id, MemberRecord.@Nullable Invitation invitation) {
        return new MemberRecord(
                id,
                ProjectId.DEFAULT,
                id + "@x.example",
                id,
                Role.DEVELOPER,
                LONG_AGO,
                invitation == null ? LONG_AGO : null,
                invitation);
    }

    private static KeyRecord key(String id, @Nullable String member, Instant createdAt) {
        return new KeyRecord(
                id,
                ProjectId.DEFAULT,
                id,
                "sk_****0000",
                "hmac of " + id,
                Set.of(Permission.READ),
                member,
                createdAt,
                null,
                null,
                Set.of(),
                KeyLimits.DEFAULT);
    }
}
