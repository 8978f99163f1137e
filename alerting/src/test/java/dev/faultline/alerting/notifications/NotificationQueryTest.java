package dev.faultline.alerting.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.notifications.NotificationQuery.Sent;
import dev.faultline.web.ApiException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationQueryTest {

    private static final String ID = "0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11";

    @Test
    void wantsTheNewestOfAllWithoutParameters() {
        NotificationQuery query =
                NotificationQuery.parse(new Sent(null, null, null, null, null, null, null));

        assertThat(query).isEqualTo(new NotificationQuery(50, 0, null, null, null, null, null));
        assertThat(query.page()).isEqualTo(1);
    }

    @Test
    void readsEveryParameter() {
        NotificationQuery query =
                NotificationQuery.parse(new Sent("20", "40", "dead", "sms", ID, ID, ID));

        UUID id = UUID.fromString(ID);
        assertThat(query)
                .isEqualTo(
                        new NotificationQuery(
                                20, 40, NotificationState.DEAD, Channel.SMS, id, id, id));
        assertThat(query.page()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | | | | limit must be a number from 1 to 100",
                "101 | | | | limit must be",
                "x | | | | limit must be",
                " | -1 | | | offset must be a number from 0",
                " | 99999999999999 | | | offset must be",
                " | | lost | | state must be one of pending, sending, delivered, digested, silenced, damped, dead",
                " | | | fax | channel must be one of email, slack, webhook, sms",
                " | | | | "
            })
    void tellsWhatIsWrong(
            String limit, String offset, String state, String channel, String sentence) {
        // The last line: an id that is none.
        Sent sent =
                new Sent(limit, offset, state, channel, sentence == null ? "1" : null, null, null);

        assertThatThrownBy(() -> NotificationQuery.parse(sent))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(sentence == null ? "rule_id must be a UUID" : sentence);
    }
}
