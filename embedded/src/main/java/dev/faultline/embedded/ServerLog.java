package dev.faultline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * What a server's programs print since the last start; the log of the start before stands beside
 * it, older ones are gone.
 */
record ServerLog(Path file) {

    private static final Pattern TELLS_WHY =
            Pattern.compile("FATAL|PANIC|[Ee]rror|[Ff]ailed|cannot|[Cc]ould not");

    static ServerLog begin(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, Path.of(file + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(file);
        return new ServerLog(file);
    }

    /**
     * The line that most likely says why a program failed: the first that sounds like it, else the
     * last.
     */
    String reason() throws IOException {
        var lines = Files.readString(file).lines().filter(line -> !line.isBlank()).toList();
        var last = lines.isEmpty() ? "it printed nothing" : lines.getLast();
        return lines.stream()
                .filter(line -> TELLS_WHY.matcher(line).find())
                .findFirst()
                .orElse(last)
                .strip();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
