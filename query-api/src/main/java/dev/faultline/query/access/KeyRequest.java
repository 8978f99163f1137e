package dev.faultline.query.access;

import dev.faultline.access.KeyLimits;
import dev.faultline.access.KeyRecord;
import dev.faultline.access.Permission;
import dev.faultline.project.JsonFields;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a key shall be like. Made with mistakes it is an [IllegalArgumentException] whose sentence
/// names the field.
///
/// @param name 1 to 100 characters
/// @param permissions at least one
/// @param expiresAt null: never
/// @param allowedOrigins 20 at most; empty: any
public record KeyRequest(
        String name,
        Set<Permission> permissions,
        @Nullable Instant expiresAt,
        Set<String> allowedOrigins,
        KeyLimits limits) {

    private static final Set<String> FIELDS =
            Set.of("name", "permissions", "expires_at", "allowed_origins", "limits");
    private static final Set<String> LIMITS = Set.of("ingest", "analytics", "general");
    private static final int MAX_ORIGINS = 20;
    private static final int MAX_ORIGIN_LENGTH = 200;

    public KeyRequest {
        name = Names.checked("name", name);
        permissions = Set.copyOf(permissions);
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("permissions must hold at least one");
        }
        if (allowedOrigins.size() > MAX_ORIGINS) {
            throw new IllegalArgumentException(
                    "allowed_origins must hold %d at most".formatted(MAX_ORIGINS));
        }
        allowedOrigins.forEach(KeyRequest::checkOrigin);
    }

    /// A key without limits of its own.
    public static KeyRequest of(String name, Permission permission) {
        return new KeyRequest(name, Set.of(permission), null, Set.of(), KeyLimits.DEFAULT);
    }

    /// One like another, valid as long.
    static KeyRequest like(KeyRecord key) {
        return new KeyRequest(
                key.name(), key.permissions(), key.expiresAt(), key.allowedOrigins(), key.limits());
    }

    /// @param now which the expiry must be after
    static KeyRequest read(JsonFields body, Instant now) {
        body.only(FIELDS);
        return new KeyRequest(
                body.text("name")
                        .orElseThrow(() -> new IllegalArgumentException("name is required")),
                body.has("permissions")
                        ? permissions(body.texts("permissions"))
                        : Set.of(Permission.READ),
                body.text("expires_at").map(text -> expiry(text, now)).orElse(null),
                body.has("allowed_origins") ? Set.copyOf(body.texts("allowed_origins")) : Set.of(),
                body.has("limits")
                        ? limits(body.object("limits").only(LIMITS))
                        : KeyLimits.DEFAULT);
    }

    private static Set<Permission> permissions(List<String> texts) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String text : texts) {
            permissions.add(
                    Permission.parse(text)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "permissions must hold only %s"
                                                    .formatted(
                                                            Arrays.stream(Permission.values())
                                                                    .map(Permission::text)
                                                                    .collect(
                                                                            Collectors.joining(
                                                                                    ", "))))));
        }
        return permissions;
    }

    private static Instant expiry(String text, Instant now) {
        try {
            Instant expiry = OffsetDateTime.parse(text).toInstant();
            if (expiry.isAfter(now)) {
                return expiry;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expires_at must be a time such as 2025-12-31T23:59:59Z", e);
        }
        throw new IllegalArgumentException("expires_at must be in the future");
    }

    private static KeyLimits limits(JsonFields limits) {
        return new KeyLimits(
                limit(limits, "ingest").orElse(null),
                limit(limits, "analytics").orElse(null),
                limit(limits, "general").orElse(null));
    }

    private static Optional<Integer> limit(JsonFields limits, String name) {
        return limits.number(name, 0, KeyLimits.MOST).map(Long::intValue);
    }

    /// As a browser sends it: scheme, host in lower case, and a port that is not the scheme's own.
    private static void checkOrigin(String origin) {
        if (origin.length() > MAX_ORIGIN_LENGTH || !isOrigin(origin)) {
            throw new IllegalArgumentException(
                    "allowed_origins must hold origins such as https://app.example.com");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return List.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getHost() + port)
                    && text.chars().noneMatch(Character::isUpperCase);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
