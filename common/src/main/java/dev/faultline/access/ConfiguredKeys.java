package dev.faultline.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ProjectId;
import dev.faultline.startup.StartupException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys that the operator has set, `test-api-key` among them outside production. They may do
/// everything in their project.
public final class ConfiguredKeys {

    /// The key of the documentation's examples.
    public static final String DEVELOPMENT_KEY = "test-api-key";

    private static final String ID = "configured-";
    private static final int MIN_LENGTH = 20;

    private final Map<String, ApiKey> byHash = new HashMap<>();

    /// @throws StartupException naming the variable, if a configured key is malformed, too short,
    ///   or there twice
    public ConfiguredKeys(AccessSettings settings) {
        if (settings.deployment().isRelaxed()) {
            add(DEVELOPMENT_KEY, ProjectId.DEFAULT, "Development key");
        }
        settings.apiKeys().forEach(this::add);
    }

    private void add(String entry) {
        int colon = entry.indexOf(':');
        String key = entry.substring(colon + 1).strip();
        if (colon < 1 || key.length() < MIN_LENGTH) {
            throw new StartupException(
                    "FAULTLINE_API_KEYS must hold entries project:key, each key of at least %d characters."
                            .formatted(MIN_LENGTH));
        }
        try {
            add(key, new ProjectId(entry.substring(0, colon).strip()), "FAULTLINE_API_KEYS");
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    "FAULTLINE_API_KEYS must hold entries project:key: %s."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private void add(String key, ProjectId project, String name) {
        String hash = hash(key);
        String preview = "****" + key.substring(key.length() - 4);
        ApiKey known = ApiKey.ofOperator(ID + hash.substring(0, 12), project, preview, name);
        if (byHash.put(hash, known) != null) {
            throw new StartupException(
                    "FAULTLINE_API_KEYS holds a key twice, %s: give each once.".formatted(preview));
        }
    }

    Optional<ApiKey> authenticate(String presented) {
        return Optional.ofNullable(byHash.get(hash(presented)));
    }

    public List<ApiKey> of(ProjectId project) {
        return byHash.values().stream().filter(key -> key.project().equals(project)).toList();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
