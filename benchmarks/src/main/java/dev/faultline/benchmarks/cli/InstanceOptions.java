package dev.faultline.benchmarks.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where the instance is and which key opens it. */
public final class InstanceOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the instance (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "API key with permission to read and write (default: ${DEFAULT-VALUE}).")
    private String apiKey = "test-api-key";

    /** Address of the instance; everything after the port is a prefix of its paths. */
    public URI url() {
        return url;
    }

    /** The key for the header <code>X-API-Key</code>. */
    public String apiKey() {
        return apiKey;
    }
}
