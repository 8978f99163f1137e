package dev.faultline.access;

import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keys as somebody may have made them, in a book that no topic fills.
public final class MadeKeys {

    /// May read, in the role of a viewer.
    public static final String VIEWERS = secret(1);

    /// May do everything its role allows, that of a developer.
    public static final String DEVELOPERS = secret(2);

    /// May read, in the role of an owner, for pages of one origin.
    public static final String OF_ONE_PAGE = secret(3);

    public static final String REVOKED = secret(4);

    public static final String EXPIRED = secret(5);

    /// Of somebody who is a member no more.
    public static final String ORPHANED = secret(6);

    /// Well-formed, and nobody made it.
    public static final String UNKNOWN = secret(7);

    static final KeyHasher HASHER = new KeyHasher("x".repeat(32), "");

    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private MadeKeys() {}

    public static ApiKeys with(ConfiguredKeys configured, InstantSource clock) {
        AccessBook book = new AccessBook();
        put(book, member("viewer", Role.VIEWER));
        put(book, member("developer", Role.DEVELOPER));
        put(book, key(VIEWERS, "viewer", Set.of(), Permission.READ));
        put(book, key(DEVELOPERS, "developer", Set.of(), Permission.ADMIN));
        put(book, key(OF_ONE_PAGE, null, Set.of("https://a.example"), Permission.READ));
        put(book, key(REVOKED, null, Set.of(), Permission.ADMIN).revoked(LONG_AGO));
        put(book, key(EXPIRED, null, Set.of(), Permission.ADMIN).expiring(LONG_AGO));
        put(book, key(ORPHANED, "gone", Set.of(), Permission.ADMIN));
        return new ApiKeys(configured, book, HASHER, clock);
    }

    private static void put(AccessBook book, AccessRecord record) {
        book.take(record.recordKey(), AccessJson.write(record), 1);
    }

    static MemberRecord member(String id, Role role) {
        return new MemberRecord(
                id, ProjectId.DEFAULT, id + "@x.example", id, role, LONG_AGO, LONG_AGO, null);
    }

    static KeyRecord key(
            String secret, @Nullable String member, Set<String> origins, Permission permission) {
        return new KeyRecord(
                "id-" + secret.substring(secret.length() - 6),
                ProjectId.DEFAULT,
                "a key",
                KeySecret.preview(secret),
                HASHER.hash(secret),
                Set.of(permission),
                member,
                LONG_AGO,
                null,
                null,
                origins,
                KeyLimits.DEFAULT);
    }

    private static String secret(long seed) {
        return KeySecret.ofKey(Set.of(Permission.READ), new Random(seed));
    }
}
