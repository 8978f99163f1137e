package dev.faultline.scrub;

/// The names of HTTP's authentication schemes.
final class AuthSchemes {

    private static final String[] ALL = {
        // Registered at IANA.
        "bearer",
        "basic",
        "digest",
        "dpop",
        "gnap",
        "hoba",
        "mutual",
        "negotiate",
        "oauth",
        "privatetoken",
        "scram-sha-1",
        "scram-sha-256",
        "vapid",
        // In wide use.
        "token",
        "ntlm",
        "apikey",
        "api-key",
        "jwt",
        "hawk",
        "hmac",
        "key",
        "sharedkey",
        "sharedaccesssignature",
        "aws4-hmac-sha256",
        "aws",
        "goog4-rsa-sha256",
        "googlelogin",
        "signature",
        "ssws",
        "macaroon",
        "splunk",
        "bot",
        "genie-key",
        "accesskey",
        "kerberos"
    };

    private AuthSchemes() {}

    /// The length of the scheme that stands here as a whole word; 0 if none does.
    static int lengthAt(String text, int at) {
        if (!Chars.isLetter(Chars.at(text, at))) {
            return 0;
        }
        for (String scheme : ALL) {
            if (Chars.startsWithIgnoreCase(text, at, scheme)
                    && !Chars.isName(Chars.at(text, at + scheme.length()))) {
                return scheme.length();
            }
        }
        return 0;
    }
}
