package dev.faultline.standalone;

import dev.faultline.access.ConfiguredKeys;
import dev.faultline.embedded.Server;
import dev.faultline.startup.DeploymentEnvironment;
import dev.faultline.startup.StartupException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What the environment says about how to run. It is read before Spring, since the embedded servers
/// start before it.
///
/// @param dataDirectory where everything is kept (`FAULTLINE_DATA`; `~/.faultline`)
/// @param environment whose rules apply (`ENVIRONMENT`; here `development`, a stage alone has
///   `production`)
/// @param address to listen on (`FAULTLINE_ADDRESS`; loopback in development, else all)
/// @param port of the web server (`PORT`; 8080), 1 to 65535
/// @param embedded the servers to run embedded: those whose address is not given
record StandaloneSettings(
        Path dataDirectory,
        DeploymentEnvironment environment,
        String address,
        int port,
        Set<Server> embedded) {

    private static final Map<Server, String> ADDRESSES =
            Map.of(
                    Server.KAFKA, "KAFKA_BOOTSTRAP_SERVERS",
                    Server.POSTGRES, "DATABASE_URL",
                    Server.REDIS, "REDIS_URL");

    static StandaloneSettings of(Map<String, String> variables) {
        DeploymentEnvironment environment =
                environment(variables.getOrDefault("ENVIRONMENT", "development"));
        String everywhere = environment.isRelaxed() ? "127.0.0.1" : "0.0.0.0";
        return new StandaloneSettings(
                dataDirectory(variables),
                environment,
                variables.getOrDefault("FAULTLINE_ADDRESS", everywhere),
                port(variables.getOrDefault("PORT", "8080")),
                embedded(variables));
    }

    private static DeploymentEnvironment environment(String text) {
        try {
            return DeploymentEnvironment.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StartupException(e.getMessage() + ".", e);
        }
    }

    private static Path dataDirectory(Map<String, String> variables) {
        String given = variables.getOrDefault("FAULTLINE_DATA", "");
        Path directory =
                given.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".faultline")
                        : Path.of(given);
        return directory.toAbsolutePath().normalize();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new StartupException(
                "PORT is '%s': set it to a number from 1 to 65535.".formatted(text));
    }

    private static Set<Server> embedded(Map<String, String> variables) {
        Set<Server> embedded = EnumSet.noneOf(Server.class);
        ADDRESSES.forEach((server, variable) -> {
            if (variables.getOrDefault(variable, "").isBlank()) {
                embedded.add(server);
            }
        });
        return embedded;
    }

    /// Where a browser or curl finds the API.
    String url() {
        return "http://localhost:" + port;
    }

    /// The key to begin with, or where it comes from.
    String keyHint() {
        return environment.isRelaxed() ? ConfiguredKeys.DEVELOPMENT_KEY : "see FAULTLINE_API_KEYS";
    }
}
