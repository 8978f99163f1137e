package dev.faultline.grouping.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.grouping.KeyPart;
import dev.faultline.grouping.KeyPart.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Traces as runtimes, loggers and frameworks print them, each with the parts of its key, from the
/// files beside this class: a name behind `===`, the trace, and behind `--- key` the parts. Codes
/// are left out; of a message stands what is printed, not its template.
record GoldenTraces(String name, String trace, List<String> key) {

    static final String MESSAGE = "the event's message";

    private static final List<String> FILES =
            List.of("jvm", "script", "python", "go", "dotnet", "ruby", "php", "rust", "other");

    static List<GoldenTraces> all() {
        List<GoldenTraces> all = new ArrayList<>();
        for (String file : FILES) {
            for (String part : read(file + ".txt").split("(?m)^=== ", -1)) {
                if (!part.isBlank()) {
                    all.add(parse(file, part));
                }
            }
        }
        return all;
    }

    private static GoldenTraces parse(String file, String part) {
        int name = part.indexOf('\n');
        int key = part.lastIndexOf("\n--- key\n");
        List<String> parts =
                Arrays.stream(part.substring(key + "\n--- key\n".length()).split("\n", -1))
                        .filter(line -> !line.isBlank())
                        .map(GoldenTraces::withTemplate)
                        .toList();
        return new GoldenTraces(
                file + ": " + part.substring(0, name),
                part.substring(name + 1, Math.max(name + 1, key)),
                parts);
    }

    /// Whether a logger's or a container's prefix stands before the lines already.
    boolean isCarried() {
        return name.endsWith(" (carried)");
    }

    private static String withTemplate(String part) {
        return part.startsWith("MESSAGE ")
                ? "MESSAGE " + Message.kind(part.substring("MESSAGE ".length()))
                : part;
    }

    static List<String> keyOf(String trace) {
        return TraceKey.of(StackTraces.read(trace), MESSAGE).stream()
                .filter(part -> part.kind() != Kind.CODE)
                .map(GoldenTraces::text)
                .toList();
    }

    private static String text(KeyPart part) {
        return part.kind() + " " + part.value();
    }

    private static String read(String file) {
        try (InputStream in = GoldenTraces.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
