package dev.faultline.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells whose key it is. All is in memory, so that authentication needs neither Postgres nor
/// Redis. Thread-safe.
///
/// Looked up by its hash: how long a look-up takes says nothing about a key.
public final class ApiKeys {

    private final ConfiguredKeys configured;
    private final AccessBook book;
    private final KeyHasher hasher;
    private final InstantSource clock;

    public ApiKeys(
            ConfiguredKeys configured, AccessBook book, KeyHasher hasher, InstantSource clock) {
        this.configured = configured;
        this.book = book;
        this.hasher = hasher;
        this.clock = clock;
    }

    /// @return empty if the key is not known, revoked, expired, or its maker is gone
    public Optional<ApiKey> authenticate(String presented) {
        return configured
                .authenticate(presented)
                .or(() -> made(presented).flatMap(key -> inForce(key, clock.instant())));
    }

    /// Whether a key that was authenticated before may still be used as it could be then.
    public boolean isValid(ApiKey key) {
        return configured.of(key.project()).contains(key)
                || book.key(key.project(), key.id())
                        .flatMap(record -> inForce(record, clock.instant()))
                        .filter(key::equals)
                        .isPresent();
    }

    private Optional<KeyRecord> made(String presented) {
        return KeySecret.isKey(presented)
                ? hasher.hashes(presented)
                        .map(book::keyByHmac)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<ApiKey> inForce(KeyRecord key, Instant now) {
        return key.isLive(now) ? roleOf(key).map(role -> inRole(key, role)) : Optional.empty();
    }

    /// The role that a key is used in; empty if its maker is gone.
    private Optional<Role> roleOf(KeyRecord key) {
        @Nullable String member = key.member();
        return member == null
                ? Optional.of(Role.OWNER)
                : book.member(key.project(), member)
                        .filter(MemberRecord::hasJoined)
                        .map(MemberRecord::role);
    }

    private static ApiKey inRole(KeyRecord key, Role role) {
        return new ApiKey(
                key.id(),
                key.project(),
                key.preview(),
                key.name(),
                key.permissions(),
                role,
                key.member(),
                key.allowedOrigins(),
                key.limits());
    }
}
