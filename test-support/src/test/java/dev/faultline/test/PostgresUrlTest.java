package dev.faultline.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresUrlTest {

    @Test
    void keepsUserAndPasswordThroughBothForms() {
        var url = PostgresUrl.parse("postgres://me:p%40ss%20word@db:5433/errors");

        assertThat(url.libpq()).isEqualTo("postgres://me:p%40ss%20word@db:5433/errors");
        assertThat(url.withDatabase("other").jdbc())
                .isEqualTo("jdbc:postgresql://db:5433/other?user=me&password=p%40ss%20word");
    }

    @Test
    void takesTheDefaultPortAndNoPassword() {
        assertThat(PostgresUrl.parse("postgresql://me@db/errors").libpq())
                .isEqualTo("postgres://me@db:5432/errors");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> PostgresUrl.parse("postgres:errors"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use postgres://user:password@host:port/database");
    }
}
