package dev.faultline.embedded;

/** No Redis program runs on this system. Faultline works without one: slower, never wrong. */
public final class EmbeddedRedisUnavailableException extends EmbeddedServerException {

    public EmbeddedRedisUnavailableException(String message) {
        super(message);
    }
}
