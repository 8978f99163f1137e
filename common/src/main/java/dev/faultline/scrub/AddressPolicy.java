package dev.faultline.scrub;

import java.util.Arrays;
import java.util.Optional;

/// What becomes of the field `ip_address`.
public enum AddressPolicy {
    /// Stays as it is.
    KEEP("keep"),
    /// Keeps the network: the first 24 bits of an IPv4 address, 48 of an IPv6 one. What is no
    /// address is dropped.
    TRUNCATE("truncate"),
    /// Becomes a pseudonym, the same for the same address. It is keyed (HMAC-SHA-256), as the few
    /// IPv4 addresses could else be tried one by one.
    HASH("hash"),
    /// Is removed.
    DROP("drop");

    private final String text;

    AddressPolicy(String text) {
        this.text = text;
    }

    /// The stable name, for settings.
    public String text() {
        return text;
    }

    /// The policy of this name, if there is one.
    public static Optional<AddressPolicy> parse(String text) {
        return Arrays.stream(values()).filter(policy -> policy.text.equals(text)).findFirst();
    }
}
