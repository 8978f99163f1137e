package dev.faultline.standalone;

import dev.faultline.embedded.EmbeddedServers;

/// What is told when everything runs.
final class Greeting {

    private Greeting() {}

    static void print(StandaloneSettings settings, EmbeddedServers servers) {
        StringBuilder text = new StringBuilder();
        text.append("Faultline runs on ").append(settings.url()).append('\n');
        text.append("  API key  ").append(settings.keyHint()).append('\n');
        text.append("  Data     ").append(settings.dataDirectory()).append('\n');
        servers.kafka()
                .ifPresent(kafka ->
                        text.append("  Kafka    ").append(kafka.bootstrapServers()).append('\n'));
        servers.redisUnavailable()
                .ifPresent(reason -> text.append("  No cache: ").append(reason).append('\n'));
        text.append("Stop it with Ctrl-C.");
        System.out.println(text);
    }
}
