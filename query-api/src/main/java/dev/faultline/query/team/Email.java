package dev.faultline.query.team;

import java.util.Locale;
import java.util.regex.Pattern;

/// E-mail addresses, as plainly as mail systems take them: no quotes, comments or blanks, so
/// nothing that could be more than an address in a header.
final class Email {

    private static final int MAX_LENGTH = 254;
    private static final Pattern FORM =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    private Email() {}

    /// @throws IllegalArgumentException if it is none
    static String checked(String text) {
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("email must be an address such as name@example.com");
        }
        return text;
    }

    /// Whether both reach the same person.
    static boolean areSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /// What comes before the `@`: a name for who has told none.
    static String localPart(String email) {
        return email.substring(0, email.indexOf('@'));
    }
}
