package dev.faultline.query.access;

import dev.faultline.access.ApiKey;
import dev.faultline.access.KeyLimits;
import dev.faultline.access.KeyRecord;
import dev.faultline.access.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key as the list shows it.
///
/// @param expiresAt null: never
/// @param lastUsed null: not yet
/// @param createdBy the id of a member; null: the operator
/// @param revocable whether the API can withdraw it: not what the operator has set
record KeyAnswer(
        String id,
        String name,
        String keyPreview,
        List<Permission> permissions,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsed,
        Instant createdAt,
        @Nullable String createdBy,
        boolean revocable,
        List<String> allowedOrigins,
        KeyLimits limits) {

    static KeyAnswer of(KeyRecord key, Map<String, Instant> lastUsed) {
        return new KeyAnswer(
                key.id(),
                key.name(),
                key.preview(),
                sorted(key.permissions()),
                key.expiresAt(),
                lastUsed.get(key.id()),
                key.createdAt(),
                key.member(),
                true,
                sorted(key.allowedOrigins()),
                key.limits());
    }

    /// @param since when this process has read it
    static KeyAnswer of(ApiKey configured, Map<String, Instant> lastUsed, Instant since) {
        return new KeyAnswer(
                configured.id(),
                configured.name(),
                configured.preview(),
                sorted(configured.permissions()),
                null,
                lastUsed.get(configured.id()),
                since,
                null,
                false,
                List.of(),
                configured.limits());
    }

    private static <T extends Comparable<? super T>> List<T> sorted(Set<T> values) {
        return values.stream().sorted().toList();
    }

    /// A key that has just been made: the only answer that ever holds it.
    record Created(
            String id,
            String name,
            String apiKey,
            String keyPreview,
            List<Permission> permissions,
            @Nullable Instant expiresAt,
            Instant createdAt,
            List<String> allowedOrigins,
            KeyLimits limits) {

        static Created of(KeyMint.Minted minted) {
            KeyRecord key = minted.key();
            return new Created(
                    key.id(),
                    key.name(),
                    minted.secret(),
                    key.preview(),
                    sorted(key.permissions()),
                    key.expiresAt(),
                    key.createdAt(),
                    sorted(key.allowedOrigins()),
                    key.limits());
        }
    }
}
