package dev.faultline.query.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Writes to one client what its listener gets, as long as its key is valid. A client that takes
/// nothing is given up by the server's write timeout.
final class StreamWriter {

    /// Between two looks at the key.
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// How long a client should wait before it comes back.
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Listener listener;
    private final BooleanSupplier isKeyValid;
    private long looked = System.nanoTime();

    StreamWriter(Listener listener, BooleanSupplier isKeyValid) {
        this.listener = listener;
        this.isKeyValid = isKeyValid;
    }

    void write(OutputStream out) throws IOException, InterruptedException {
        out.write(EventText.opening(listener.start().text(), RETRY).getBytes(UTF_8));
        out.flush();
        while (listener.isOpen() && mayGoOn()) {
            String next = listener.next(LOOK);
            if (next != null) {
                out.write(next.getBytes(UTF_8));
                if (listener.isIdle()) {
                    out.flush();
                }
            }
        }
    }

    private boolean mayGoOn() {
        long now = System.nanoTime();
        if (now - looked < LOOK.toNanos()) {
            return true;
        }
        looked = now;
        return isKeyValid.getAsBoolean();
    }
}
