package dev.faultline.query.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo@x.example",
                "jo.doe+faultline@mail.x-y.example",
                "JO@X.EXAMPLE",
                "o'b@x.ie"
            })
    void takesAddresses(String text) {
        assertThat(Email.checked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "jo@",
                "@x.example",
                "jo@localhost",
                "jo doe@x.example",
                "jo@x.example\n",
                "jo@x.example\r\nBcc: all@x.example",
                "jo@x.example,all@x.example",
                "\"jo\"@x.example",
                "Jo <jo@x.example>",
                ".jo@x.example",
                "jo..doe@x.example",
                "jo@-x.example",
                "jo@x..example",
                "jö@x.example"
            })
    void takesNothingElse(String text) {
        assertThatThrownBy(() -> Email.checked(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("email must be an address such as name@example.com");
    }

    @Test
    void knowsWhoIsWho() {
        assertThat(Email.areSame("Jo@X.example", "jo@x.EXAMPLE")).isTrue();
        assertThat(Email.areSame("jo@x.example", "joe@x.example")).isFalse();
        assertThat(Email.localPart("jo.doe@x.example")).isEqualTo("jo.doe");
    }
}
