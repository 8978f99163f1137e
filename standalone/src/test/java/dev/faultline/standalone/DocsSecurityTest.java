package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds docs/SECURITY.md to the tests that it names.
class DocsSecurityTest {

    static Stream<String> tests() {
        return DocsPages.rows(DocsPages.read("docs/SECURITY.md"))
                // What stands behind the last border is a cell too.
                .filter(cells -> cells.size() == 4)
                .flatMap(cells -> DocsPages.code(cells.get(2)).stream());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void namesTestsThatThereAre(String test) throws IOException {
        String[] parts = test.split("\\.", 2);
        List<Path> files = testFiles(parts[0]);

        assertThat(files).isNotEmpty();
        if (parts.length > 1) {
            assertThat(Files.readString(files.getFirst())).contains(" void " + parts[1] + "(");
        }
    }

    private static List<Path> testFiles(String name) throws IOException {
        try (Stream<Path> modules = Files.list(DocsPages.root())) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(DocsSecurityTest::walk)
                    .filter(file -> file.endsWith(name + ".java"))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
