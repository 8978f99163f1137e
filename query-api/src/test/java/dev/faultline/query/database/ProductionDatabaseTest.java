package dev.faultline.query.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.database.DatabaseUrl;
import dev.faultline.startup.StartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionDatabaseTest {

    @Test
    void refusesThePasswordThatEverybodyKnows() {
        assertThatThrownBy(() -> check("error_logs_password", "localhost/d"))
                .isInstanceOf(StartupException.class)
                .hasMessageContainingAll("DATABASE_URL", "POSTGRES_PASSWORD")
                .hasMessageNotContaining("error_logs_password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7/d?sslmode=disable",
                "203.0.113.7/d?sslmode=allow",
                "[2001:db8::1]/d?sslmode=disable",
                "100.128.0.1/d?sslmode=disable",
                "172.32.0.1/d?sslmode=disable"
            })
    void refusesToSendThePasswordInTheClearOverTheInternet(String place) {
        assertThatThrownBy(() -> check("secret-of-ours", place))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("without TLS: add ?sslmode=require")
                .hasMessageNotContaining("secret-of-ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7/d",
                "203.0.113.7/d?sslmode=require",
                "203.0.113.7/d?sslmode=verify-full",
                "127.0.0.1/d?sslmode=disable",
                "[::1]/d?sslmode=disable",
                "localhost/d?sslmode=disable",
                "10.1.2.3/d?sslmode=disable",
                "172.16.0.9/d?sslmode=disable",
                "192.168.7.7/d?sslmode=disable",
                "100.64.0.1/d?sslmode=disable",
                "[fd00::7]/d?sslmode=disable"
            })
    void takesWhatNoStrangerCanRead(String place) {
        assertThatCode(() -> check("secret-of-ours", place)).doesNotThrowAnyException();
    }

    private static void check(String password, String place) {
        ProductionDatabase.check(DatabaseUrl.parse("postgres://u:" + password + "@" + place));
    }
}
