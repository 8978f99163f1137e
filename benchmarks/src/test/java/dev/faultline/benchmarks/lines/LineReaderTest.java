package dev.faultline.benchmarks.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void numbersLinesFromOneAndTakesTheLastWithoutItsEnd() throws IOException {
        assertThat(read("a\n\nb", 10))
                .containsExactly(
                        new Line(1, "a", false), new Line(2, "", false), new Line(3, "b", false));
    }

    @Test
    void readsNothingFromAnEmptyFile() throws IOException {
        assertThat(read("", 10)).isEmpty();
    }

    @Test
    void cutsALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
        assertThat(read("x".repeat(200_000) + "\nb\n", 10))
                .containsExactly(new Line(1, "x".repeat(10), true), new Line(2, "b", false));
    }

    @Test
    void joinsALineThatIsLongerThanItsBuffer() throws IOException {
        String longLine = "y".repeat(200_000);

        assertThat(read(longLine + "\n", 1 << 20)).containsExactly(new Line(1, longLine, false));
    }

    @Test
    void dropsAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF{}\n", 10)).containsExactly(new Line(1, "{}", false));
    }

    private static List<Line> read(String text, int limit) throws IOException {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var reader = new LineReader(in, limit);
        var lines = new ArrayList<Line>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
