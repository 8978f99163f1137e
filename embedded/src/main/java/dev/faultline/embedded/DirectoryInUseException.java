package dev.faultline.embedded;

/** Another process, or another server of this one, holds the data directory. */
public final class DirectoryInUseException extends EmbeddedServerException {

    public DirectoryInUseException(String message) {
        super(message);
    }
}
