package dev.faultline.audit;

import dev.faultline.access.ApiKey;
import dev.faultline.access.Role;
import dev.faultline.event.ProjectId;
import org.jspecify.annotations.Nullable;

/// Who acts, as the audit log remembers it. A controller gets it as an argument.
///
/// @param key the id of the key that was used; null for who accepts an invitation
/// @param name of the key
/// @param member whose key it is; null: the operator's
/// @param address from where, as the server saw it
public record Actor(
        ProjectId project,
        @Nullable String key,
        String name,
        @Nullable String member,
        Role role,
        String address) {

    public static Actor of(ApiKey key, String address) {
        return new Actor(key.project(), key.id(), key.name(), key.member(), key.role(), address);
    }
}
