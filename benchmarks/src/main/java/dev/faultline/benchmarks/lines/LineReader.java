package dev.faultline.benchmarks.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines in bounded memory, however long they are: what exceeds the limit is skipped. */
public final class LineReader {

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long bytesRead;
    private long number;

    public LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line, null at the end. */
    public @Nullable Line next() throws IOException {
        line.reset();
        boolean cut = false;
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = endOfLine();
            int room = Math.min(end - position, limit - line.size());
            line.write(buffer, position, room);
            cut |= room < end - position;
            position = end;
            if (position < filled) {
                position++;
                break;
            }
        }
        return any ? new Line(++number, text(), cut) : null;
    }

    /** How much of the input the lines so far took, and what is buffered. */
    public long bytesRead() {
        return bytesRead;
    }

    private boolean fill() throws IOException {
        filled = in.read(buffer);
        position = 0;
        bytesRead += Math.max(0, filled);
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
