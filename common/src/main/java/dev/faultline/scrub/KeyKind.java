package dev.faultline.scrub;

/// How far the name of a value gives it away.
enum KeyKind {
    /// Says nothing.
    NONE,
    /// Ends like a telling name, and is none.
    SAFE,
    /// Adds to a name without changing it: the `hash` of `password_hash`.
    TAIL,
    /// Whatever has this name is secret.
    SECRET,
    /// May name a secret: in a text, the value must look like one.
    LIKELY,
    /// Names a short number, like a PIN.
    NUMBER,
    /// Names words: `correct horse battery staple`.
    PHRASE,
    /// Names the cookies of a request.
    COOKIE,
    /// Names a scheme and what it takes: `Bearer …`.
    CREDENTIALS,
    /// Names a secret as a parameter of a URL only.
    QUERY;

    /// Whether all of the value of such a key is removed from a context.
    boolean hidesContext() {
        return compareTo(SECRET) >= 0 && this != QUERY;
    }
}
