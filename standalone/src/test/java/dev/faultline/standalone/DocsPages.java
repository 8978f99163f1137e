package dev.faultline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The project's pages and other files that no compiler reads.
final class DocsPages {

    private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private DocsPages() {}

    /// @param path from the project's root
    static String read(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docker-compose.yml"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    /// The rows of every table of a page, without headings' rules; each as its cells.
    static Stream<List<String>> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line ->
                        Arrays.stream(CELL_BORDER.split(line.substring(1), -1))
                                .map(cell -> cell.strip().replace("\\|", "|"))
                                .toList());
    }

    /// What a text shows as code.
    static List<String> code(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /// A page's text from a heading to the next of the same rank.
    static String section(String page, String heading) {
        Matcher found =
                Pattern.compile("^(#+) " + Pattern.quote(heading) + "$", Pattern.MULTILINE)
                        .matcher(page);
        if (!found.find()) {
            throw new IllegalArgumentException("No section " + heading);
        }
        String rest = page.substring(found.end());
        Matcher next = Pattern.compile("^" + found.group(1) + " ", Pattern.MULTILINE).matcher(rest);
        return next.find() ? rest.substring(0, next.start()) : rest;
    }

    /// The first block of JSON of a text.
    static String json(String text) {
        Matcher block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("No JSON in: " + text);
        }
        return block.group(1);
    }
}
