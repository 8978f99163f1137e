package dev.faultline.grouping.message;

/// A message with what varies from event to event replaced by placeholders.
///
/// - `<n>`: a number, also with a unit, and an id or token of any kind
/// - `<id>`: a UUID, and a hash that is too long to be all digits by chance
/// - `<date>`, `<host>` (also an IP address), `<url>`, `<email>`, `<path>`
/// - `<v>`: what stands in quotes, behind `key=`, in a JSON object or a list, and names of people
///
/// What tells faults apart stays: words, codes (see [Codes]), names of classes and functions, and
/// names of parts of a schema where the word before says so. Placeholders are few, as finer ones
/// would split what belongs together: an id may happen to be all digits.
///
/// Of a text of several lines the first that says something counts, and of any text the first 2,000
/// characters.
public final class MessageTemplate {

    private MessageTemplate() {}

    public static String of(String message) {
        return new Scanner(Excerpt.of(message)).scan();
    }
}
