package dev.faultline.query.team;

import dev.faultline.access.Role;
import java.util.Optional;

/// Who may do what to whom in a team. Each answers why not; empty: it may be.
final class TeamRules {

    private TeamRules() {}

    /// @param caller 's role
    /// @param wanted what the new one shall be
    static Optional<String> invite(Role caller, Role wanted) {
        return caller.isBelow(wanted) ? Optional.of(notAbove(caller, wanted)) : Optional.empty();
    }

    /// @param caller 's role
    /// @param current role of the member
    /// @param wanted what he shall be
    /// @param otherOwners whether somebody else owns the project too
    static Optional<String> change(Role caller, Role current, Role wanted, boolean otherOwners) {
        if (caller.isBelow(wanted)) {
            return Optional.of(notAbove(caller, wanted));
        }
        return wanted == current ? Optional.empty() : leave(caller, current, otherOwners);
    }

    /// Whether a member may lose his role.
    static Optional<String> leave(Role caller, Role current, boolean otherOwners) {
        if (caller.isBelow(current)) {
            return Optional.of(notAbove(caller, current));
        }
        return current == Role.OWNER && !otherOwners
                ? Optional.of("A project needs an owner: make somebody else one first")
                : Optional.empty();
    }

    private static String notAbove(Role caller, Role other) {
        return "The role '%s' does not allow this: it takes '%s'"
                .formatted(caller.text(), other.text());
    }
}
