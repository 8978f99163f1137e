package dev.faultline.grouping;

/// One of the parts that a group's key is made of, as it is shown to people.
///
/// @param value without what varies
public record KeyPart(Kind kind, String value) {

    /// What a part is. Its code goes into the fingerprint, so it never changes.
    public enum Kind {
        /// The exception's class.
        TYPE('t'),
        /// A status or error code.
        CODE('c'),
        /// A function, with what it belongs to.
        FRAME('f'),
        /// A message without its values.
        MESSAGE('m'),
        /// The event's source.
        SOURCE('s'),
        /// Given by the client.
        CLIENT('u'),
        /// Given by a rule of the project.
        RULE('r');

        private final char code;

        Kind(char code) {
            this.code = code;
        }

        char code() {
            return code;
        }
    }
}
