package dev.faultline.embedded;

/**
 * The frame of every start: a lock that is given back when the start fails, and one kind of
 * failure.
 */
final class Start {

    private Start() {}

    interface Step<S> {
        S run(DirectoryLock lock) throws Exception;
    }

    static <S> S under(DirectoryLock lock, String server, Step<S> step) {
        try {
            return step.run(lock);
        } catch (EmbeddedServerException e) {
            lock.close();
            throw e;
        } catch (InterruptedException e) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(
                    "Interrupted while the embedded " + server + " started: start again.", e);
        } catch (Exception | LinkageError e) {
            lock.close();
            throw new EmbeddedServerException(
                    "The embedded %s did not start (%s): start again, or with another data directory."
                            .formatted(server, e),
                    e);
        }
    }
}
