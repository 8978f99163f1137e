package dev.faultline.grouping.message;

/// Dates, with or without a time of day and a zone: ISO 8601 and RFC 3339, RFC 822, 850 and 1123,
/// those of `ctime`, JavaScript, Java, Go, log4j, Apache, syslog and klog, and how people write
/// them. A time of day alone is a number like any other.
final class Dates {

    private Dates() {}

    static int end(String text, int start) {
        char first = text.charAt(start);
        if ((!Chars.isDigit(first) && !Chars.isUpper(first))
                || Chars.isName(Chars.at(text, start - 1))) {
            return Form.NONE;
        }
        int end = dateEnd(text, start);
        return end < 0 ? klogEnd(text, start) : withTime(text, end);
    }

    private static int dateEnd(String text, int start) {
        if (Chars.isDigit(text.charAt(start))) {
            int end = numericEnd(text, start);
            return end > 0 ? end : dayMonthEnd(text, start);
        }
        int day = Calendar.dayEnd(text, start);
        if (day < 0) {
            return monthDayEnd(text, start);
        }
        int next = day;
        while (Chars.at(text, next) == ',' || Chars.at(text, next) == '.') {
            next++;
        }
        next = Chars.blanksEnd(text, next);
        if (next == day) {
            return Form.NONE;
        }
        char c = Chars.at(text, next);
        if (Chars.isDigit(c)) {
            int end = numericEnd(text, next);
            return end > 0 ? end : dayMonthEnd(text, next);
        }
        return Chars.isLetter(c) ? monthDayEnd(text, next) : Form.NONE;
    }

    /// `2020-10-28`, `2020/10/28`, `28.10.2020`, `10/28/20`, `20201028T101112`.
    private static int numericEnd(String text, int start) {
        int first = Chars.digitsEnd(text, start);
        int length = first - start;
        char separator = Chars.at(text, first);
        if (length == 8) {
            return separator == 'T' && Chars.digitsEnd(text, first + 1) >= first + 5
                    ? first
                    : Form.NONE;
        }
        if (length > 4 || length == 3 || "-/.".indexOf(separator) < 0) {
            return Form.NONE;
        }
        int second = Chars.digitsEnd(text, first + 1);
        if (second == first + 1 || second > first + 3 || Chars.at(text, second) != separator) {
            return Form.NONE;
        }
        int third = Chars.digitsEnd(text, second + 1);
        int last = third - second - 1;
        boolean date =
                length == 4 ? last == 1 || last == 2 : last == 4 || (last == 2 && separator == '/');
        return date ? third : Form.NONE;
    }

    /// `28 Oct 2020`, `28/Oct/2020`, `28-Oct-20`, `28. Oktober`, `28th October`.
    private static int dayMonthEnd(String text, int start) {
        int day = Chars.digitsEnd(text, start);
        if (day - start == 4 && Chars.at(text, day) != '\0') {
            // `2020-Oct-28`, `2020 Oct 28`
            int month = Calendar.monthEnd(text, day + 1);
            int end = month < 0 ? month : Chars.digitsEnd(text, month + 1);
            return end > month + 1 ? end : Form.NONE;
        }
        if (day - start > 2) {
            return Form.NONE;
        }
        day = ordinalEnd(text, day);
        int next = day;
        while (next - day < 3 && " -/.".indexOf(Chars.at(text, next)) >= 0) {
            next++;
        }
        char first = Chars.at(text, next);
        if (next == day || !Chars.isLetter(first)) {
            return Form.NONE;
        }
        int month = Calendar.monthEnd(text, next);
        if (month < 0) {
            return Form.NONE;
        }
        int year = yearEnd(text, month);
        // `5 may fail`, `step 3 mar`: in lower case only with a year.
        return year > month || Chars.isUpper(first) ? year : Form.NONE;
    }

    /// `Oct 28`, `Oct 28, 2020`, `October 28th 2020`, `Oct 2020`.
    private static int monthDayEnd(String text, int start) {
        if (!Chars.isUpper(text.charAt(start))) {
            return Form.NONE;
        }
        int month = Calendar.monthEnd(text, start);
        if (month < 0) {
            return Form.NONE;
        }
        int day =
                Math.max(
                        Chars.blanksEnd(text, month), Chars.at(text, month) == '-' ? month + 1 : 0);
        int end = Chars.digitsEnd(text, day);
        if (day == month || end == day || end - day > 4 || end - day == 3) {
            return Form.NONE;
        }
        return end - day == 4 ? end : yearEnd(text, ordinalEnd(text, end));
    }

    private static int ordinalEnd(String text, int day) {
        return text.startsWith("th", day)
                        || text.startsWith("st", day)
                        || text.startsWith("nd", day)
                        || text.startsWith("rd", day)
                ? day + 2
                : day;
    }

    /// The end of the year behind a day or month, and if there is none where it would begin.
    private static int yearEnd(String text, int start) {
        int i = start;
        while (i - start < 3 && " ,-/.".indexOf(Chars.at(text, i)) >= 0) {
            i++;
        }
        int end = Chars.digitsEnd(text, i);
        boolean shortYear =
                end - i == 2 && (text.charAt(i - 1) == '-' || text.charAt(i - 1) == '/');
        return i > start && (end - i == 4 || shortYear) && !Chars.goesOn(text, end) ? end : start;
    }

    private static int withTime(String text, int date) {
        int time = timeEnd(text, timeStart(text, date));
        if (time < 0) {
            return date;
        }
        int end = zoneEnd(text, time);
        // `Wed Oct 28 10:11:12 CET 2020`
        int year = Chars.digitsEnd(text, end + 1);
        return Chars.at(text, end) == ' ' && year == end + 5 && !Chars.goesOn(text, year)
                ? year
                : end;
    }

    private static int timeStart(String text, int date) {
        if (text.startsWith(" at ", date)) {
            return date + 4;
        }
        int i = date;
        while (i - date < 2 && " T,:t_@-".indexOf(Chars.at(text, i)) >= 0) {
            i++;
        }
        return i == date ? text.length() : i;
    }

    /// `10:11`, `10:11:12.345`, `10:11 AM`, `101112`.
    private static int timeEnd(String text, int start) {
        int end = Chars.digitsEnd(text, start);
        int length = end - start;
        if (length == 0) {
            return Form.NONE;
        }
        if (Chars.at(text, end) == ':' && length <= 2) {
            while (Chars.at(text, end) == ':' && Chars.isDigit(Chars.at(text, end + 1))) {
                end = Chars.digitsEnd(text, end + 1);
            }
        } else if (Chars.at(text, start - 1) != 'T' || length < 4) {
            return Form.NONE;
        }
        char point = Chars.at(text, end);
        if ((point == '.' || point == ',') && Chars.isDigit(Chars.at(text, end + 1))) {
            end = Chars.digitsEnd(text, end + 1);
        }
        int half = Chars.at(text, end) == ' ' ? end + 1 : end;
        return (text.regionMatches(true, half, "AM", 0, 2)
                                || text.regionMatches(true, half, "PM", 0, 2))
                        && !Chars.goesOn(text, half + 2)
                ? half + 2
                : end;
    }

    /// Zones by offset and by name, as many as there are: `Z`, `+02:00`, ` +0200 CEST`, ` GMT+0200
    /// (Central European Summer Time)`, `[Europe/Berlin]`.
    private static int zoneEnd(String text, int time) {
        int end = time;
        for (int zones = 0; zones < 3; zones++) {
            int next = oneZoneEnd(text, end);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static int oneZoneEnd(String text, int start) {
        int i = Chars.at(text, start) == ' ' ? start + 1 : start;
        char c = Chars.at(text, i);
        if (c == '+' || c == '-') {
            int hours = Chars.digitsEnd(text, i + 1);
            int minutes = Chars.at(text, hours) == ':' ? Chars.digitsEnd(text, hours + 1) : hours;
            return hours > i + 1 && hours <= i + 5 ? minutes : Form.NONE;
        }
        if ((c == '(' && i > start) || (c == '[' && i == start)) {
            return bracketEnd(text, i + 1, c == '(' ? ')' : ']');
        }
        return c == 'm' && text.startsWith("m=+", i) ? Numbers.end(text, i + 3) : zoneName(text, i);
    }

    private static int zoneName(String text, int start) {
        int letters = Chars.lettersEnd(text, start);
        int end = Calendar.zoneEnd(text, start);
        return end < 0 && letters == start + 3 && text.startsWith("GMT", start) ? letters : end;
    }

    /// The name of a zone in brackets: letters, blanks, slashes.
    private static int bracketEnd(String text, int start, char close) {
        int i = start;
        while (i - start < 48
                && (Chars.isName(Chars.at(text, i)) || " /+-:.".indexOf(Chars.at(text, i)) >= 0)) {
            i++;
        }
        boolean zone =
                close == ']'
                        ? text.substring(start, i).indexOf('/') > 0
                        : text.substring(start, i).endsWith("Time")
                                || Calendar.zoneEnd(text, start) == i;
        return Chars.at(text, i) == close && zone ? i + 1 : Form.NONE;
    }

    /// `E0128 10:11:12.345678`: a level, a month and a day.
    private static int klogEnd(String text, int start) {
        if ("IWEF".indexOf(text.charAt(start)) < 0) {
            return Form.NONE;
        }
        int end = Chars.digitsEnd(text, start + 1);
        return end == start + 5 && Chars.at(text, end) == ' ' && Chars.at(text, end + 3) == ':'
                ? withTime(text, end)
                : Form.NONE;
    }
}
