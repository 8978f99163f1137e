package dev.faultline.access;

import dev.faultline.event.ProjectId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A valid API key, as a request carries it after authentication.
///
/// @param id names the key where its secret must not be seen: in logs, records and the API
/// @param project whose errors it may write and read
/// @param preview what may be shown of the key, like `sk_****7890`
/// @param name what people call it
/// @param permissions what it was given
/// @param role of who made it, now: what it was given counts within that
/// @param member who made it; null if that was the operator or somebody with the operator's key
/// @param allowedOrigins of the pages that may use it; empty: any
/// @param limits of its requests
public record ApiKey(
        String id,
        ProjectId project,
        String preview,
        String name,
        Set<Permission> permissions,
        Role role,
        @Nullable String member,
        Set<String> allowedOrigins,
        KeyLimits limits) {

    public ApiKey {
        permissions = Set.copyOf(permissions);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /// A key with all permissions, made by the operator.
    public static ApiKey ofOperator(String id, ProjectId project, String preview, String name) {
        return new ApiKey(
                id,
                project,
                preview,
                name,
                Set.of(Permission.ADMIN),
                Role.OWNER,
                null,
                Set.of(),
                KeyLimits.DEFAULT);
    }

    public boolean hasPermissionFor(Right right) {
        return right.permission().isIn(permissions);
    }

    public boolean hasRoleFor(Right right) {
        return !role.isBelow(right.role());
    }
}
