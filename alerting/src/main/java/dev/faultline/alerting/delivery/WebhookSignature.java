package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of a webhook: `v1,` and base64 of the HMAC-SHA256 of `id.timestamp.body`.
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /// One signature for each secret, separated by blanks: a receiver that knows one of them is
    /// content.
    ///
    /// @param time of the attempt
    static String of(List<WebhookSecret> secrets, String id, Instant time, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + sign(secret, id, time, body))
                .collect(Collectors.joining(" "));
    }

    private static String sign(WebhookSecret secret, String id, Instant time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            mac.update("%s.%d.".formatted(id, time.getEpochSecond()).getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
