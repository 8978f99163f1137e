package dev.faultline.alerting.integrations;

import dev.faultline.project.JsonFields;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Checks of texts that become parts of requests and headers. What is wrong is an
/// [IllegalArgumentException] with a sentence that begins with the field.
final class Texts {

    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\u2028\\u2029]+");

    /// Simple on purpose: no quotes, comments or addresses of hosts.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final String TO = "to";
    private static final int MAX_EMAIL = 254;

    private Texts() {}

    /// One line of text, neither empty nor too long.
    static void check(String field, String text, int max) {
        if (text.isBlank() || text.length() > max || !LINE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s must be one line of 1 to %d characters".formatted(field, max));
        }
    }

    static void check(String field, String text, Pattern form, String description) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("%s must be %s".formatted(field, description));
        }
    }

    static void checkEmail(String field, String text) {
        if (text.length() > MAX_EMAIL || !EMAIL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    field + " must be an e-mail address such as alerts@example.com");
        }
    }

    static void checkPhone(String field, String text) {
        check(field, text, PHONE, "a phone number such as +491701234567");
    }

    /// A list of recipients; absent counts as empty.
    static List<String> recipients(JsonFields fields, int max, BiConsumer<String, String> check) {
        List<String> to = fields.has(TO) ? fields.texts(TO) : List.of();
        if (to.size() > max) {
            throw new IllegalArgumentException(
                    "%s must have at most %d entries".formatted(fields.place(TO), max));
        }
        for (int i = 0; i < to.size(); i++) {
            check.accept("%s[%d]".formatted(fields.place(TO), i), to.get(i));
        }
        return List.copyOf(to);
    }

    /// A line that must be there.
    static String line(JsonFields fields, String field, int max) {
        fields.required(field);
        return optionalLine(fields, field, max).orElseThrow();
    }

    static Optional<String> optionalLine(JsonFields fields, String field, int max) {
        Optional<String> text = fields.text(field);
        text.ifPresent(value -> check(fields.place(field), value, max));
        return text;
    }

    /// Reads a value whose sentences don't know the field's name.
    static <T> T named(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " " + e.getMessage(), e);
        }
    }

    /// For channels whose URL says who is told.
    static void refuseRecipients(List<String> to) {
        if (!to.isEmpty()) {
            throw new IllegalArgumentException("to is for email and sms only");
        }
    }
}
