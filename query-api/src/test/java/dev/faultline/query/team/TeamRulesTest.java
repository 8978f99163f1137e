package dev.faultline.query.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamRulesTest {

    private static final String ABOVE = "The role 'admin' does not allow this: it takes 'owner'";
    private static final String LAST = "A project needs an owner: make somebody else one first";

    @ParameterizedTest
    @CsvSource({
        "OWNER, OWNER, true",
        "OWNER, VIEWER, true",
        "ADMIN, ADMIN, true",
        "ADMIN, OWNER, false"
    })
    void letsNobodyInviteAboveHimself(Role caller, Role wanted, boolean allowed) {
        assertThat(TeamRules.invite(caller, wanted).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, DEVELOPER, ADMIN,     false, ",
        "OWNER, DEVELOPER, OWNER,     false, ",
        "OWNER, OWNER,     VIEWER,    true,  ",
        "OWNER, OWNER,     VIEWER,    false, " + LAST,
        "OWNER, OWNER,     OWNER,     false, ",
        "ADMIN, ADMIN,     DEVELOPER, false, ",
        "ADMIN, VIEWER,    ADMIN,     false, ",
        "ADMIN, VIEWER,    OWNER,     true,  " + ABOVE,
        "ADMIN, OWNER,     VIEWER,    true,  " + ABOVE
    })
    void letsRolesChange(
            Role caller, Role current, Role wanted, boolean otherOwners, @Nullable String refusal) {
        assertThat(TeamRules.change(caller, current, wanted, otherOwners).orElse(null))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, OWNER, true,  ",
        "OWNER, OWNER, false, " + LAST,
        "OWNER, ADMIN, false, ",
        "ADMIN, ADMIN, false, ",
        "ADMIN, OWNER, true,  " + ABOVE
    })
    void letsMembersGo(Role caller, Role current, boolean otherOwners, @Nullable String refusal) {
        assertThat(TeamRules.leave(caller, current, otherOwners).orElse(null)).isEqualTo(refusal);
    }
}
