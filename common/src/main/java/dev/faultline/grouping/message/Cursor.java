package dev.faultline.grouping.message;

/// Where in a text reading has come to, and what has been written of its template.
final class Cursor {

    private final String text;
    private final Template template;
    private final Run run;
    private int at;

    Cursor(String text) {
        this.text = text;
        run = new Run(text);
        template = new Template(text.length() + 16);
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    Template template() {
        return template;
    }

    /// The run of characters that the cursor stands in.
    Run run() {
        run.moveTo(at);
        return run;
    }

    /// Writes a placeholder for the value that ends at `end`.
    ///
    /// @return false if that is no place ahead, as [Form#NONE]: there is no value
    boolean take(String kind, int end) {
        if (end <= at) {
            return false;
        }
        template.value(kind);
        at = end;
        return true;
    }

    boolean take(String kind, Form form) {
        return take(kind, form.end(text, at));
    }

    /// Writes what ends at `end` as it is.
    boolean keep(int end) {
        if (end <= at) {
            return false;
        }
        template.text(text, at, end);
        at = end;
        return true;
    }

    void copy() {
        template.text(text.charAt(at));
        at++;
    }
}
