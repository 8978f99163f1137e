package dev.faultline.grouping.message;

/// Names that dates are written with.
final class Calendar {

    private static final int LONGEST = 10;

    private static final Terms MONTHS =
            Terms.ignoringCase(
                    // English
                    "jan feb mar apr may jun jul aug sep sept oct nov dec january february",
                    "march april june july august september october november december",
                    // German
                    "januar februar märz mär mai juni juli oktober okt dezember dez",
                    // French
                    "janvier janv février févr mars avril avr juin juillet juil août septembre",
                    "octobre novembre décembre déc",
                    // Spanish, Portuguese and Italian
                    "enero febrero marzo abril mayo junio julio agosto septiembre octubre",
                    "noviembre diciembre janeiro fevereiro março maio junho julho setembro",
                    "outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio",
                    "settembre ottobre dicembre");

    private static final Terms DAYS =
            Terms.ignoringCase(
                    // English
                    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday",
                    "thursday friday saturday sunday",
                    // German
                    "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag",
                    "sonntag",
                    // French and Spanish
                    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles",
                    "jueves viernes sábado domingo");

    private static final Terms ZONES =
            Terms.of(
                    "Z UTC GMT WET WEST CET CEST MET MEST MEZ MESZ EET EEST MSK BST IST JST KST",
                    "SGT HKT AEST AEDT ACST AWST NZST NZDT EST EDT CST CDT MST MDT PST PDT AKST",
                    "AKDT HST BRT ART");

    private Calendar() {}

    /// Where the name of a month that begins here ends, and its full stop.
    static int monthEnd(String text, int start) {
        int end = nameEnd(text, start, MONTHS);
        return end > 0 && Chars.at(text, end) == '.' ? end + 1 : end;
    }

    static int dayEnd(String text, int start) {
        return nameEnd(text, start, DAYS);
    }

    static int zoneEnd(String text, int start) {
        int end = Chars.lettersEnd(text, start);
        return end > start
                        && end - start <= 4
                        && !Chars.isName(Chars.at(text, end))
                        && ZONES.contains(text, start, end)
                ? end
                : Form.NONE;
    }

    private static int nameEnd(String text, int start, Terms names) {
        int end = Chars.lettersEnd(text, start);
        return end - start >= 2
                        && end - start <= LONGEST
                        && !Chars.isName(Chars.at(text, end))
                        && names.contains(text, start, end)
                ? end
                : Form.NONE;
    }
}
