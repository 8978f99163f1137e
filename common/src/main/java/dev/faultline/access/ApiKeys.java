package dev.faultline.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ProjectId;
import dev.faultline.startup.StartupException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The keys that are valid, in memory, so that authentication needs neither Postgres nor Redis.
///
/// Looked up by their hash: how long a look-up takes says nothing about a key.
public final class ApiKeys {

    /// The key of the documentation's examples.
    public static final String DEVELOPMENT_KEY = "test-api-key";

    private static final String CONFIGURED = "configured-";
    private static final int MIN_LENGTH = 20;

    private final Map<String, ApiKey> byHash = new HashMap<>();

    /// @throws StartupException naming the variable, if a configured key is malformed, too short,
    ///   or there twice
    public ApiKeys(AccessSettings settings) {
        if (settings.deployment().isRelaxed()) {
            add(DEVELOPMENT_KEY, ProjectId.DEFAULT);
        }
        settings.apiKeys().forEach(this::addConfigured);
    }

    private void addConfigured(String entry) {
        int colon = entry.indexOf(':');
        String key = entry.substring(colon + 1).strip();
        if (colon < 1 || key.length() < MIN_LENGTH) {
            throw new StartupException(
                    "FAULTLINE_API_KEYS must hold entries project:key, each key of at least %d characters."
                            .formatted(MIN_LENGTH));
        }
        try {
            add(key, new ProjectId(entry.substring(0, colon).strip()));
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    "FAULTLINE_API_KEYS must hold entries project:key: %s."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private void add(String key, ProjectId project) {
        String hash = hash(key);
        ApiKey known =
                new ApiKey(
                        CONFIGURED + hash.substring(0, 12),
                        project,
                        "****" + key.substring(key.length() - 4));
        if (byHash.put(hash, known) != null) {
            throw new StartupException(
                    "FAULTLINE_API_KEYS holds a key twice, %s: give each once."
                            .formatted(known.preview()));
        }
    }

    public Optional<ApiKey> authenticate(String presented) {
        return Optional.ofNullable(byHash.get(hash(presented)));
    }

    /// Whether a key that was authenticated before may still be used.
    public boolean isValid(ApiKey key) {
        return byHash.containsValue(key);
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
