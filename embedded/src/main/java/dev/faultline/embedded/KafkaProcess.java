package dev.faultline.embedded;

import java.nio.file.Path;

/**
 * An embedded broker in a JVM of its own, for tests that kill it: {@code KafkaProcess <data
 * directory> <port, or 0>}. Prints {@code bootstrap 127.0.0.1:PORT} and then {@code ready}; ends on
 * SIGTERM.
 */
public final class KafkaProcess {

    private KafkaProcess() {}

    public static void main(String... arguments) {
        if (arguments.length != 2) {
            System.err.println("KafkaProcess needs: <data directory> <port, or 0 to choose one>");
            System.exit(2);
        }
        try {
            var kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "close-kafka"));
            System.out.println("bootstrap " + kafka.bootstrapServers());
            System.out.println("ready");
        } catch (EmbeddedServerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
