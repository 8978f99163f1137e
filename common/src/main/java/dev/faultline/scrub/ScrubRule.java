package dev.faultline.scrub;

import java.util.Arrays;
import java.util.Optional;

/// What is looked for. Each rule has a stable name, for settings and counts, and a fixed marker
/// that stands where the value was: never a part of it, and never something a rule finds again.
public enum ScrubRule {
    /// A private key in PEM form.
    PEM("pem", true, "[Filtered]"),
    /// A JSON Web Token.
    JWT("jwt", true, "[Filtered]"),
    /// What follows `Bearer`, `Basic` and their like; the scheme stays.
    AUTH_SCHEME("auth-scheme", true, "[Filtered]"),
    /// User and password of a URL.
    URL_USERINFO("url-userinfo", true, "[Filtered]"),
    /// A query parameter with a telling name.
    QUERY_SECRET("query-secret", true, "[Filtered]"),
    /// In a text, the value of a telling name: `password=…`, `"api_key": "…"`, `--token …`.
    KV_SECRET("kv-secret", true, "[Filtered]"),
    /// In the context, the whole value of a telling key.
    JSON_KEY("json-key", true, "[Filtered]"),
    /// A key or token with the known prefix of its issuer.
    TOKEN("token", true, "[Filtered]"),
    /// What a pattern of the project finds.
    CUSTOM("custom", true, "[Filtered]"),
    /// A payment card number with a right check digit.
    CARD("card", true, "[card]"),
    /// A bank account number with right check digits.
    IBAN("iban", true, "[iban]"),
    /// A social security number of the United States.
    US_SSN("us-ssn", true, "[ssn]"),
    EMAIL("email", true, "[email]"),
    /// In texts; the field `ip_address` has an [AddressPolicy] of its own.
    IPV4("ipv4", false, "[ip]"),
    IPV6("ipv6", false, "[ip]"),
    /// The person's name in the path of a home directory.
    USER_PATH("user-path", true, "[user]");

    private final String text;
    private final boolean onByDefault;
    private final String marker;

    ScrubRule(String text, boolean onByDefault, String marker) {
        this.text = text;
        this.onByDefault = onByDefault;
        this.marker = marker;
    }

    /// The stable name, in lower case with hyphens.
    public String text() {
        return text;
    }

    public boolean onByDefault() {
        return onByDefault;
    }

    /// What stands in place of the value.
    public String marker() {
        return marker;
    }

    /// The rule of this name, if there is one.
    public static Optional<ScrubRule> parse(String text) {
        return Arrays.stream(values()).filter(rule -> rule.text.equals(text)).findFirst();
    }
}
