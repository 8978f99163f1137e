package dev.faultline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsEveryPart() {
        DatabaseUrl url =
                DatabaseUrl.parse(
                        "postgres://error_logs_user:error_logs_password@postgres:5433/error_logs?sslmode=disable");

        assertThat(url)
                .isEqualTo(
                        new DatabaseUrl(
                                "postgres",
                                5433,
                                "error_logs",
                                "error_logs_user",
                                "error_logs_password",
                                SslMode.DISABLE,
                                null));
        assertThat(url.jdbcUrl())
                .isEqualTo("jdbc:postgresql://postgres:5433/error_logs?sslmode=disable");
    }

    @Test
    void fillsInWhatLibpqFillsIn() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ann@db");

        assertThat(url)
                .isEqualTo(new DatabaseUrl("db", 5432, "ann", "ann", null, SslMode.PREFER, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann@db/",
                "postgres://ann@db:/",
                "postgres://ann@db?",
                "postgres://ann@db/?&",
                "  postgres://ann@db\n"
            })
    void takesEmptyPartsAsAbsent(String text) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(DatabaseUrl.parse("postgres://ann@db"));
    }

    @Test
    void decodesUserPasswordAndDatabase() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://a%40b:p%3Aw%2F%3F%23%25+%C3%A9@db/my%20db");

        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.password()).isEqualTo("p:w/?#%+é");
        assertThat(url.database()).isEqualTo("my db");
        assertThat(url.jdbcUrl()).startsWith("jdbc:postgresql://db:5432/my%20db?");
    }

    @Test
    void tellsAnEmptyPasswordFromNone() {
        assertThat(DatabaseUrl.parse("postgres://ann:@db").password()).isEmpty();
        assertThat(DatabaseUrl.parse("postgres://ann@db").password()).isNull();
    }

    @Test
    void keepsColonsAndAtSignsOfAPassword() {
        assertThat(DatabaseUrl.parse("postgres://ann:a:b@c@db").password()).isEqualTo("a:b@c");
    }

    @Test
    void readsAnAddressOfVersionSix() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ann@[::1]:6000/x");

        assertThat(url.host()).isEqualTo("::1");
        assertThat(url.port()).isEqualTo(6000);
        assertThat(url.jdbcUrl()).startsWith("jdbc:postgresql://[::1]:6000/x?");
    }

    @ParameterizedTest
    @EnumSource(SslMode.class)
    void readsEverySslMode(SslMode mode) {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ann@db?sslmode=" + mode.text());

        assertThat(url.sslMode()).isEqualTo(mode);
        assertThat(url.jdbcUrl()).endsWith("?sslmode=" + mode.text());
    }

    @ParameterizedTest
    @CsvSource({"require, verify-ca", "verify-full, verify-full", "prefer, prefer"})
    void checksTheAuthorityWhereARequiredEncryptionNamesOne(String mode, String effective) {
        DatabaseUrl url =
                DatabaseUrl.parse(
                        "postgres://ann@db?sslmode=%s&sslrootcert=/etc/ca%%20s.pem"
                                .formatted(mode));

        assertThat(url.sslRootCertificate()).isEqualTo("/etc/ca s.pem");
        assertThat(url.jdbcUrl())
                .endsWith("?sslmode=" + effective + "&sslrootcert=%2Fetc%2Fca%20s.pem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db",
                "mysql://ann:hush@db",
                "jdbc:postgresql://db/x",
                "postgres:/ann:hush@db",
                "postgres://ann:hush@",
                "postgres://ann:hush@/x",
                "postgres://:hush@db",
                "postgres://db",
                "postgres://ann:hush@db,db2/x",
                "postgres://ann:hush@db:0",
                "postgres://ann:hush@db:65536",
                "postgres://ann:hush@db:hush",
                "postgres://ann:hu/sh@db",
                "postgres://ann:hu?sh@db",
                "postgres://ann:hu#sh@db",
                "postgres://ann:hush%@db",
                "postgres://ann:%hush@db",
                "postgres://ann:hush@::1/x",
                "postgres://ann:hush@db?sslmode=",
                "postgres://ann:hush@db?sslmode=hush",
                "postgres://ann:hush@db?sslmode",
                "postgres://ann:hush@db?user=bob",
                "postgres://ann:hush@db?hush%20=1",
                "postgres://ann:hush@db#x"
            })
    void refusesWhatItCannotHonourWithoutShowingThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("DATABASE_URL ")
                .message()
                .doesNotContain("hush")
                .doesNotContain("sh@");
    }

    @Test
    void namesAnUnknownParameter() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgres://ann@db?connect_timeout=1"))
                .hasMessageContaining("remove connect_timeout");
    }

    @Test
    void hidesThePasswordInItsText() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ann:hush@db/x");

        assertThat(url).hasToString("DatabaseUrl[db:5432/x, sslmode=prefer]");
        assertThat(url.jdbcUrl()).doesNotContain("hush").doesNotContain("ann");
    }
}
