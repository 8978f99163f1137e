package dev.faultline.grouping.trace;

/// What happened: the type of an error and what was printed behind it.
///
/// @param type empty if the line names none
/// @param text the whole line if it names no type
/// @param certainty how sure it is that this is an error's head, see the constants
record Head(String type, String text, int certainty) {

    /// Some text.
    static final int TEXT = 0;

    /// A word with a capital before a colon.
    static final int NAMED = 1;

    /// A name with a package.
    static final int QUALIFIED = 2;

    /// A name that ends as errors do, or a word before it that says so.
    static final int CERTAIN = 3;

    static final Head NONE = new Head("", "", TEXT);

    private static final Starts PREFIXES =
            Starts.of(
                    "Uncaught ",
                    "(in promise) ",
                    "(in promise): ",
                    "exception ",
                    "Unhandled exception. ",
                    "Unhandled exception: ",
                    "Unhandled Exception: ",
                    "Unhandled rejection ",
                    "PHP Fatal error:  ",
                    "PHP Warning:  ",
                    "Fatal error: ",
                    "[UnhandledPromiseRejection: ",
                    "[Error: ",
                    "Caused by: ",
                    "panic: ",
                    "ERROR ",
                    "ERROR: ",
                    "error: ",
                    "Uncaught (in promise): ",
                    "Uncaught (in promise) ");

    private static final String[] ENDINGS = {
        "Error", "Exception", "Throwable", "Fault", "Failure", "Interrupt", "Violation"
    };

    private static final String THREAD = "Exception in thread \"";

    static Head of(String line) {
        int start = startOfWords(line);
        boolean announced = false;
        if (line.startsWith(THREAD)) {
            int quote = line.indexOf("\" ", THREAD.length());
            start = quote < 0 ? 0 : quote + 2;
            announced = quote >= 0;
        }
        for (int end = PREFIXES.end(line, start); end >= 0; end = PREFIXES.end(line, start)) {
            start = end;
            announced = true;
        }
        Head head = parse(line, start);
        if (head.type.equals("Error") || head.type.equals("LoadError")) {
            Head inner = of(head.text);
            return inner.certainty >= QUALIFIED ? inner : head;
        }
        return announced && !head.type.isEmpty() ? new Head(head.type, head.text, CERTAIN) : head;
    }

    /// Behind a sign, as `⨯ ` or `✖ `.
    private static int startOfWords(String line) {
        boolean sign = line.length() > 2 && line.charAt(0) > '\u007f' && line.charAt(1) == ' ';
        return sign && !Character.isLetter(line.charAt(0)) ? 2 : 0;
    }

    boolean isNone() {
        return type.isEmpty() && text.isEmpty();
    }

    /// A head somewhere in a line, as behind a logger's words.
    static Head within(String line) {
        for (int i = line.indexOf(' '); i >= 0; i = line.indexOf(' ', i + 1)) {
            if (i + 1 < line.length() && Character.isLetter(line.charAt(i + 1))) {
                Head head = parse(line, i + 1);
                if (head.certainty == CERTAIN && head.type.indexOf('.') > 0) {
                    return head;
                }
            }
        }
        return NONE;
    }

    private static Head parse(String line, int start) {
        int end = endOfType(line, start);
        String rest = line.substring(start);
        if (end == start || !isType(line, start, end)) {
            return new Head("", rest, TEXT);
        }
        String type = line.substring(start, end);
        String text;
        if (end == line.length()) {
            text = "";
        } else if (line.charAt(end) == ':') {
            text = line.substring(end + 1).strip();
        } else if (line.startsWith(" (0x", end) && line.indexOf("):", end) > 0) {
            // .NET's result code is a part of what happened.
            text = line.substring(end + 2).replaceFirst("\\):", "");
        } else if (line.startsWith(" (", end) && line.endsWith("):")) {
            // Rails
            text = line.substring(end + 2, line.length() - 2);
        } else if (line.startsWith(" - ", end) && certainty(type) == CERTAIN) {
            // Rack
            text = line.substring(end + " - ".length());
        } else if (line.startsWith("(code: ", end) && line.indexOf("): ", end) > 0) {
            text = line.substring(line.indexOf("): ", end) + 3);
        } else if (line.startsWith(" [", end) || line.startsWith(" {", end)) {
            // Node.js prints its code or the error's properties behind the type.
            text = line.substring(end + 1);
        } else {
            return new Head("", rest, TEXT);
        }
        return new Head(type, text, certainty(type));
    }

    private static int endOfType(String line, int start) {
        int end = start;
        while (end < line.length()) {
            char c = line.charAt(end);
            if (c == ':') {
                boolean joins = line.startsWith("::", end);
                if (!joins) {
                    break;
                }
                end++;
            } else if (!Character.isLetterOrDigit(c) && "_$.\\/+`@".indexOf(c) < 0) {
                break;
            }
            end++;
        }
        return end;
    }

    /// Types begin with a capital, after their package, and are not all capitals.
    private static boolean isType(String line, int start, int end) {
        int name = end;
        while (name > start && ".\\/:".indexOf(line.charAt(name - 1)) < 0) {
            name--;
        }
        if (name == end || !Character.isUpperCase(line.charAt(name))) {
            return false;
        }
        // `ERROR: text` is no type.
        boolean lower = false;
        for (int i = name + 1; i < end; i++) {
            lower |= Character.isLowerCase(line.charAt(i));
        }
        return lower || name > start + 1;
    }

    private static int certainty(String type) {
        for (String ending : ENDINGS) {
            if (type.endsWith(ending)) {
                return CERTAIN;
            }
        }
        boolean qualified =
                type.indexOf('.') > 0 || type.indexOf('\\') > 0 || type.indexOf(':') > 0;
        return qualified ? QUALIFIED : NAMED;
    }
}
