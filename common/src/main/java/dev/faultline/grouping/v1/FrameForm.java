package dev.faultline.grouping.v1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How runtimes print a frame. The first form that fits a line reads it, so the strict ones come
/// first.
enum FrameForm {
    JVM(
            """
            at (?:[^\\s(/]*+/)*+(?<fn>[^\\s(/]++)\\(\
            (?<file>Native Method|Unknown Source|<generated>\
            |[^\\s():]*+(?<=\\.(?:java|kt|scala|groovy|clj))(?::\\d++)?+)\\).*+\
            """,
            false),
    PYTHON("File \"(?<file>[^\"]++)\", line \\d++(?:, in (?<fn>.++))?+", true),
    PHP("#\\d++ (?<file>\\[internal function\\]|[^()]++\\(\\d++\\)): (?<fn>[^(]++)\\(.*+", false),
    RUBY("(?:from )?+(?<file>[^\\s:]++):\\d++:in [`'](?<fn>[^']++)'.*+", true),
    /// Rust, and what C and C++ tools print.
    NATIVE(
            "(?:#\\d++\\s++|\\d++:\\s++)(?:0x\\p{XDigit}++ )?+(?:in |- )?+(?<fn>[^{].*?)"
                    + "(?: (?:at )?+(?<file>(?:[A-Z]:)?+[^\\s:(]++:\\d++(?::\\d++)?+))?+",
            false),
    SCRIPT_WITHOUT_NAME("at (?:async )?+(?<file>[^\\s()]++(?<=:\\d{1,9}))(?<fn>)", true),
    SCRIPT("at (?<fn>[^()]++)(?<= )\\((?<file>[^()]++)\\)", true),
    DOT_NET("at (?<fn>[^\\s(]++)\\([^)]*+\\)(?: in (?<file>.++))?+", false),
    /// Firefox and Safari.
    SCRIPT_AT("(?<fn>[^@(]*+)@(?<file>\\[native code\\]|\\S++(?<=:\\d{1,9}))", true),
    /// Languages not known here, if they print a file and a line: only where no other form fits.
    OTHER("(?:\\([^)]*+\\) )?+(?<file>[^\\s:()]++(?<=\\.\\w{1,5})):\\d++:?+(?<fn>.*+)", true);

    private final Pattern pattern;
    private final boolean namesFile;

    /// @param namesFile whether the language's function names tell neither class nor module
    FrameForm(String pattern, boolean namesFile) {
        this.pattern = Pattern.compile(pattern);
        this.namesFile = namesFile;
    }

    /// @param line without indentation
    /// @param anyLanguage whether [#OTHER] counts
    /// @return null if no form fits
    static @Nullable Frame read(String line, boolean anyLanguage) {
        for (FrameForm form : values()) {
            if (form == OTHER && !anyLanguage) {
                continue;
            }
            if (!form.mayFit(line)) {
                continue;
            }
            Matcher matcher = form.pattern.matcher(line);
            if (matcher.matches()) {
                return form.frame(matcher.group("fn"), matcher.group("file"));
            }
        }
        return null;
    }

    /// A cheap look before the pattern is tried: what every line of the form has.
    private boolean mayFit(String line) {
        return switch (this) {
            case JVM, SCRIPT_WITHOUT_NAME, SCRIPT, DOT_NET -> line.startsWith("at ");
            case PYTHON -> line.startsWith("File ");
            case PHP -> line.startsWith("#");
            case RUBY -> line.contains(":in ");
            case NATIVE -> line.startsWith("#") || Character.isDigit(line.charAt(0));
            case SCRIPT_AT -> line.contains("@");
            case OTHER -> line.contains(":");
        };
    }

    /// Go prints a function and, on the next line, its place.
    static Frame go(String function, String place) {
        String name = FunctionName.clean(function);
        return new Frame(NATIVE, name, place, Libraries.ownGo(name, place));
    }

    private Frame frame(@Nullable String function, @Nullable String file) {
        String name = FunctionName.clean(function == null ? "" : function);
        String path = file == null ? "" : file;
        // Where a PHP frame's function was called from tells nothing about the function.
        boolean library =
                Libraries.own(function == null ? "" : function, name, this == PHP ? "" : path);
        return new Frame(this, namesFile ? FileName.of(path) + ' ' + name : name, path, library);
    }
}
