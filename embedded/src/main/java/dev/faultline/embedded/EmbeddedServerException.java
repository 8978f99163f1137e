package dev.faultline.embedded;

import org.jspecify.annotations.Nullable;

/**
 * An embedded server did not start. The message is one sentence for the person who runs Faultline:
 * it names the cause and the fix.
 */
public class EmbeddedServerException extends RuntimeException {

    public EmbeddedServerException(String message) {
        super(message);
    }

    public EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
