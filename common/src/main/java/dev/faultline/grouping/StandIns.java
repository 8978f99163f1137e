package dev.faultline.grouping;

/// Puts a value of its kind where scrubbing left a marker. The first version grouped texts as they
/// were sent, and a marker is none of the values that it knew.
final class StandIns {

    private static final String[][] VALUES = {
        {"[email]", "a1@example.com"},
        {"[card]", "4111111111111111"},
        {"[iban]", "DE89370400440532013000"},
        {"[ssn]", "078051120"},
        {"[ip]", "10.0.0.1"},
        {"[user]", "user1"},
        {"[Filtered]", "x1"},
    };

    private StandIns() {}

    static String in(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        String restored = text;
        for (String[] value : VALUES) {
            restored = restored.replace(value[0], value[1]);
        }
        return restored;
    }
}
