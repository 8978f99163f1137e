package dev.faultline.query.stream;

import static dev.faultline.query.stream.Streamed.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.query.Groups;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamWriterTest {

    private final Listener listener =
            new Listener(
                    new StreamFilter(Groups.PROJECT, null, null, null, null, null),
                    new Positions(List.of(1L, 2L)),
                    10,
                    1_000);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void beginsWithAnIdToGoOnFrom() throws Exception {
        listener.close();

        new StreamWriter(listener, () -> true).write(out);

        assertThat(out.toString(UTF_8)).isEqualTo("retry: 2000\nid: 1-1.2\n\n");
    }

    @Test
    void endsWhenTheKeyIsNotValidAnyMore() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        listener.offer(event(1, "before"));

        new StreamWriter(listener, () -> looks.incrementAndGet() < 2).write(out);

        assertThat(out.toString(UTF_8)).endsWith("before");
        assertThat(looks).hasValue(2);
    }
}
