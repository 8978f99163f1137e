package dev.faultline.grouping.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02",
                "2024/1/2",
                "2024-01-02T03:04:05Z",
                "2024-01-02t03:04:05.678+02:00",
                "2024-01-02 03:04:05",
                "2024-01-02 03:04:05,678",
                "2024-01-02 03:04:05 +0200",
                "2024-01-02 03:04:05.123456 UTC",
                "2024-01-02 03:04:05 +0000 UTC m=+0.000000001",
                "2024-01-02T03:04:05+01:00[Europe/Berlin]",
                "20240102T030405Z",
                "2024-Jan-02",
                "01/02/2024 4:32 AM",
                "1/2/24",
                "27.07.2026 11:50",
                "02-01-2024",
                "Sat, 21 Oct 2020 10:25:59 GMT",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Wed Apr 12 11:04:11 CEST 2021",
                "Wed Apr 12 2021 11:04:11 GMT+0600 (Central European Time)",
                "03/Jul/2021:02:34:39 +0400",
                "Jan  1 09:48:15",
                "Jul 16, 2022",
                "March 5th, 2024 at 3:45 PM",
                "16 July 2022",
                "5. März 2024",
                "16 juillet 2022",
                "Oct 2024",
                "E0128 10:11:12.345678"
            })
    void readsADateToItsEnd(String text) {
        assertThat(Dates.end(text, 0)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "20240102",
                "1.2.3",
                "10.0.0.1",
                "1/2",
                "12-3",
                "May fail",
                "Mark 5",
                "Marching 12",
                "Sat on it",
                "Sun",
                "sun 5",
                "March",
                "5 may fail",
                "E1001",
                "Second 5"
            })
    void takesNoNumberOrWordForADate(String text) {
        assertThat(Dates.end(text, 0)).isEqualTo(Form.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x2024-01-02", "_2024-01-02"})
    void beginsAtTheBeginningOfAWord(String text) {
        assertThat(Dates.end(text, 1)).isEqualTo(Form.NONE);
    }
}
