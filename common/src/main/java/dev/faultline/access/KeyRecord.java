package dev.faultline.access;

import static java.util.Objects.requireNonNull;

import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key that somebody made. Its secret is nowhere.
///
/// @param id a UUID
/// @param name 1 to 100 characters
/// @param preview what may be shown of its secret
/// @param hmac of its secret ([KeyHasher])
/// @param permissions at least one
/// @param member who made it, and whose role it is used in; null if that was the operator or
///   somebody with the operator's key
/// @param expiresAt from when it is valid no more; null: never
/// @param revokedAt when somebody withdrew it; null: not yet
/// @param allowedOrigins of the pages that may use it; empty: any
public record KeyRecord(
        String id,
        ProjectId project,
        String name,
        String preview,
        String hmac,
        Set<Permission> permissions,
        @Nullable String member,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        Set<String> allowedOrigins,
        KeyLimits limits)
        implements AccessRecord {

    static final String PREFIX = "key/";

    public KeyRecord {
        requireNonNull(id, "id");
        requireNonNull(project, "project");
        requireNonNull(hmac, "hmac");
        permissions = Set.copyOf(permissions);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    @Override
    public String recordKey() {
        return PREFIX + id;
    }

    /// Whether it is neither revoked nor expired. Whether its maker is still there is another
    /// matter.
    public boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    public KeyRecord revoked(Instant at) {
        return new KeyRecord(
                id,
                project,
                name,
                preview,
                hmac,
                permissions,
                member,
                createdAt,
                expiresAt,
                at,
                allowedOrigins,
                limits);
    }

    public KeyRecord expiring(Instant at) {
        return new KeyRecord(
                id,
                project,
                name,
                preview,
                hmac,
                permissions,
                member,
                createdAt,
                at,
                revokedAt,
                allowedOrigins,
                limits);
    }
}
