package dev.faultline.grouping.message;

/// Units that stand behind a number, apart from it: which one is chosen depends on the number.
final class Units {

    private static final int LONGEST = 12;

    private static final Terms UNITS =
            Terms.ignoringCase(
                    // Time
                    "ns us µs μs ms s h nanos micros millis msec msecs usec sec secs min mins",
                    "hr hrs nanosecond nanoseconds microsecond microseconds millisecond",
                    "milliseconds second seconds minute minutes hour hours day days week weeks",
                    "month months year years am pm sekunden minuten stunden",
                    // Sizes and rates
                    "b kb mb gb tb pb kib mib gib tib pib kbyte mbyte byte bytes kilobytes",
                    "megabytes gigabytes kbps mbps gbps hz khz mhz ghz percent");

    private static final Terms UPPER =
            Terms.of(
                    // Currencies
                    "EUR USD GBP CHF JPY CNY INR RUB CAD AUD NZD SEK NOK DKK PLN CZK HUF TRY",
                    "BRL MXN ZAR KRW SGD HKD UAH ILS BTC ETH",
                    // Zones
                    "UTC GMT CET CEST EST EDT CST CDT PST PDT");

    private Units() {}

    /// Where the unit that begins here ends.
    static int end(String text, int start) {
        char first = Chars.at(text, start);
        if (first == '°') {
            return Chars.isUpper(Chars.at(text, start + 1)) ? start + 2 : start + 1;
        }
        if (first == '%' || "€$£¥₹".indexOf(first) >= 0) {
            return start + 1;
        }
        int end = Chars.lettersEnd(text, start);
        if (end == start || end - start > LONGEST || Chars.goesOn(text, end)) {
            return Form.NONE;
        }
        if (UPPER.contains(text, start, end) || UNITS.contains(text, start, end)) {
            return rateEnd(text, end);
        }
        return Form.NONE;
    }

    /// `/s`, `/sec`, `/min` behind a unit.
    static int rateEnd(String text, int unit) {
        if (Chars.at(text, unit) != '/') {
            return unit;
        }
        int end = Chars.lettersEnd(text, unit + 1);
        return end > unit + 1 && end - unit <= 5 && UNITS.contains(text, unit + 1, end)
                ? end
                : unit;
    }

    /// Whether a time follows the number that ends here: `exited 5 s ago`.
    static boolean isTime(String text, int end) {
        return Chars.at(text, end) == ' ' && end(text, end + 1) > 0;
    }

    static boolean isCurrency(String text, int start, int end) {
        return end - start == 3 && UPPER.contains(text, start, end);
    }
}
