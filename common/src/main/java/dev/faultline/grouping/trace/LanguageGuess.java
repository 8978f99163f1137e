package dev.faultline.grouping.trace;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells the language of a trace by the form of its frames: the most frequent one, so that a line
/// of another form in a message does not matter.
final class LanguageGuess {

    /// So many frames of one form decide before all lines were looked at.
    private static final int ENOUGH = 6;

    private LanguageGuess() {}

    /// @return null if no line is a frame
    static @Nullable TraceReader readerFor(List<Line> lines) {
        Map<Language, Integer> votes = new EnumMap<>(Language.class);
        Language best = null;
        Language previous = null;
        for (Line line : lines) {
            boolean place = previous == Language.RUST && line.text().startsWith("at ");
            Language language = place ? null : of(line.text());
            previous = language;
            if (language == null) {
                continue;
            }
            int count = votes.merge(language, 1, Integer::sum);
            if (best == null || count > votes.getOrDefault(best, 0)) {
                best = language;
            }
            if (count == ENOUGH) {
                break;
            }
        }
        if (best == null) {
            return OtherReader.fits(lines) ? new OtherReader() : null;
        }
        return switch (best) {
            case JVM -> new JvmReader();
            case JAVASCRIPT -> new ScriptReader();
            case PYTHON -> new PythonReader();
            case GO -> new GoReader();
            case DOTNET -> new DotNetReader();
            case RUBY -> new RubyReader();
            case PHP -> new PhpReader();
            case RUST -> new RustReader();
            case NATIVE, OTHER -> new OtherReader();
        };
    }

    /// @return null if this is no frame of a language with a reader of its own
    private static @Nullable Language of(String line) {
        char first = line.charAt(0);
        if (first == 'a' && line.startsWith("at ")) {
            return AtFrame.language(line);
        }
        if (first == 'F' && line.startsWith("File ")) {
            return PythonReader.isPlace(line) ? Language.PYTHON : null;
        }
        if (first == '#') {
            if (PhpReader.isFrame(line)) {
                return Language.PHP;
            }
            return OtherReader.isDart(line) ? Language.OTHER : null;
        }
        if (GoReader.isPlace(line)) {
            return Language.GO;
        }
        if (RubyReader.indexOfFunction(line) > 0) {
            return Language.RUBY;
        }
        if (Line.isDigit(first)) {
            return RustReader.isFrame(line) ? Language.RUST : null;
        }
        if (line.indexOf('@') >= 0 && ScriptReader.isAtSign(line)) {
            return Language.JAVASCRIPT;
        }
        if (PythonReader.isShortPlace(line)) {
            return Language.PYTHON;
        }
        return AtFrame.isTranslated(line) ? Language.DOTNET : null;
    }
}
