package dev.faultline.benchmarks.workload;

import java.util.List;
import java.util.function.Function;

/** Prints stack traces as the runtimes do; text is already escaped for JSON. */
enum Language {
    JAVA {
        @Override
        String trace(String word, String message, List<Frame> frames) {
            return "com.acme.%s.%sException: %s".formatted(word, frames.getFirst().type(), message)
                    + lines(
                            frames,
                            f ->
                                    "\\n\\tat com.acme.%s.%s.%s(%s.java:%d)"
                                            .formatted(
                                                    word, f.type(), f.name(), f.type(), f.line()));
        }
    },
    PYTHON {
        @Override
        String trace(String word, String message, List<Frame> frames) {
            return "Traceback (most recent call last):"
                    + lines(
                            frames.reversed(),
                            f ->
                                    "\\n  File \\\"/app/%s/%s.py\\\", line %d, in %s"
                                            .formatted(word, f.file(), f.line(), f.name()))
                    + "\\n%s.%sError: %s".formatted(word, frames.getFirst().type(), message);
        }
    },
    JAVASCRIPT {
        @Override
        String trace(String word, String message, List<Frame> frames) {
            return "%sError: %s".formatted(frames.getFirst().type(), message)
                    + lines(
                            frames,
                            f ->
                                    "\\n    at %s.%s (/srv/app/%s/%s.js:%d:17)"
                                            .formatted(
                                                    f.type(), f.name(), word, f.file(), f.line()));
        }
    },
    GO {
        @Override
        String trace(String word, String message, List<Frame> frames) {
            return "panic: %s\\n\\ngoroutine {number} [running]:".formatted(message)
                    + lines(
                            frames,
                            f ->
                                    "\\nacme.example/%s/%s.%s({address})\\n\\t/src/%s/%s.go:%d +0x1d4"
                                            .formatted(
                                                    word, f.file(), f.name(), word, f.file(),
                                                    f.line()));
        }
    },
    CSHARP {
        @Override
        String trace(String word, String message, List<Frame> frames) {
            return "Acme.%s.%sException: %s".formatted(word, frames.getFirst().type(), message)
                    + lines(
                            frames,
                            f ->
                                    "\\n   at Acme.%s.%s.%s() in /app/%s.cs:line %d"
                                            .formatted(
                                                    word, f.type(), f.name(), f.type(), f.line()));
        }
    };

    /**
     * A whole trace as the text of a {@link Template}.
     *
     * @param word the group's own word: part of a package, module or path
     * @param message the text of the message's template
     * @param frames innermost first
     */
    abstract String trace(String word, String message, List<Frame> frames);

    private static String lines(List<Frame> frames, Function<Frame, String> print) {
        var out = new StringBuilder();
        frames.forEach(frame -> out.append(print.apply(frame)));
        return out.toString();
    }
}
