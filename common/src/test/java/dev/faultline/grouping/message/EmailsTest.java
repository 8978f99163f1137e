package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emma776@mail9.example.com",
                "bob+847c@example.org",
                "a.b@x.co.uk",
                "root@localhost",
                "deploy@10.0.0.1",
                "bob@163.com"
            })
    void readsAddresses(String text) {
        assertThat(Emails.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.example.Task@2d726f9",
                "Task@2d726f9",
                "lodash@4.17.21",
                "lodash@v4",
                "UserController@show",
                "@media",
                "a@",
                "@"
            })
    void leavesObjectsVersionsAndActions(String text) {
        assertThat(Emails.end(text, 0)).isEqualTo(Form.NONE);
    }
}
