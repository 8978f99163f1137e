package dev.faultline.query.access;

import dev.faultline.access.AccessBook;
import dev.faultline.access.AccessRecord;
import dev.faultline.access.KeyRecord;
import dev.faultline.access.MemberRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What nobody needs any more: keys and invitations that have been without force for 30 days, and
/// keys of people who are gone.
final class StaleRecords {

    private static final Duration KEPT = Duration.ofDays(30);

    /// A key may be seen a moment before its maker is.
    private static final Duration YOUNG = Duration.ofDays(1);

    private StaleRecords() {}

    static List<AccessRecord> of(AccessBook book, Instant now) {
        return Stream.<AccessRecord>concat(
                        book.keys().stream().filter(key -> isStale(book, key, now)),
                        book.members(member -> isStale(member, now)).stream())
                .toList();
    }

    private static boolean isStale(AccessBook book, KeyRecord key, Instant now) {
        return isLongPast(key.revokedAt(), now)
                || isLongPast(key.expiresAt(), now)
                || (isOrphan(book, key) && key.createdAt().plus(YOUNG).isBefore(now));
    }

    private static boolean isOrphan(AccessBook book, KeyRecord key) {
        return key.member() != null && book.member(key.project(), key.member()).isEmpty();
    }

    private static boolean isStale(MemberRecord member, Instant now) {
        MemberRecord.Invitation invitation = member.invitation();
        return invitation != null && isLongPast(invitation.expiresAt(), now);
    }

    private static boolean isLongPast(@Nullable Instant end, Instant now) {
        return end != null && end.plus(KEPT).isBefore(now);
    }
}
