package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "Order for Emma Brown late → Order for <v> late",
                "Order of Jean-Luc Picard late → Order of <v> late",
                "approved by Tom O'Neil → approved by <v>",
                "assigned to Li Wei now → assigned to <v> now"
            })
    void replacesPeople(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "for Internal Server Error → for Internal Server Error",
                "by Google Chrome → by Google Chrome",
                "for Emma → for Emma",
                "for New York City → for New York City",
                "Emma Brown → Emma Brown",
                "for Kafka Broker → for Kafka Broker"
            })
    void leavesOtherCapitals(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "for user bob by root → for user <v> by root",
                "invalid user admin from → invalid user <v> from",
                "invalid user 0101 from → invalid user <v> from",
                "session closed for user news → session closed for user <v>",
                "password for root from 10.0.0.1 → password for <v> from <host>",
                "failures for root [preauth] → failures for <v> [preauth]"
            })
    void replacesAccounts(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "user unknown → user unknown",
                "for user is → for user is",
                "the user bob → the user bob",
                "invalid user agent → invalid user agent",
                "waiting for lock from pool → waiting for lock from pool"
            })
    void leavesWhatIsSaidOfAUser(String text, String template) {
        assertThat(MessageTemplate.of(text)).isEqualTo(template);
    }
}
