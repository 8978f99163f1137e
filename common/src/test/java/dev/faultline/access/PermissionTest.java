package dev.faultline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionTest {

    @ParameterizedTest
    @CsvSource({
        "ingest, ingest",
        "read, read",
        "write, ingest read write",
        "admin, ingest read write admin"
    })
    void containsTheSmallerOnes(String given, String contained) {
        Set<Permission> key = Set.of(Permission.parse(given).orElseThrow());

        assertThat(
                        Arrays.stream(Permission.values())
                                .filter(permission -> permission.isIn(key))
                                .map(Permission::text)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(contained);
    }

    @Test
    void adds() {
        Set<Permission> both = Set.of(Permission.INGEST, Permission.READ);

        assertThat(Permission.READ.isIn(both)).isTrue();
        assertThat(Permission.INGEST.isIn(both)).isTrue();
        assertThat(Permission.WRITE.isIn(both)).isFalse();
        assertThat(Permission.READ.isIn(Set.of())).isFalse();
    }

    @Test
    void isAskedForByTheNameThatMostKeysHave() {
        assertThat(Permission.READ.wanted()).isEqualTo("'read'");
        assertThat(Permission.INGEST.wanted()).isEqualTo("'write', or 'ingest' alone");
    }

    @ParameterizedTest
    @CsvSource({"owner, admin", "admin, admin", "developer, write", "viewer, read"})
    void isGivenUpToARolesOwn(String role, String most) {
        assertThat(Role.parse(role).orElseThrow().most().text()).isEqualTo(most);
    }
}
