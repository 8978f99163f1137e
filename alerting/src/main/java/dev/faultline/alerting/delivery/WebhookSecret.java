package dev.faultline.alerting.delivery;

import java.security.SecureRandom;
import java.util.Base64;

/// A symmetric secret of [Standard
/// Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#symmetric):
/// `whsec_` and base64 of 24 to 64 bytes.
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final int MADE_BYTES = 32;

    private final byte[] bytes;

    private WebhookSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException without the text, if it has another form
    public static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw malformed();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw malformed();
        }
        return new WebhookSecret(bytes);
    }

    public static WebhookSecret make(SecureRandom random) {
        byte[] bytes = new byte[MADE_BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "must be whsec_ and base64 of %d to %d bytes".formatted(MIN_BYTES, MAX_BYTES));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// As the receiver gets it; a secret.
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return PREFIX + "****";
    }
}
