package dev.faultline.grouping;

/// One of the parts that a group's key is made of, as it is shown to people.
///
/// @param value without what varies
public record KeyPart(Kind kind, String value) {

    /// What a part is.
    public enum Kind {
        /// The exception's class.
        TYPE,
        /// A status or error code.
        CODE,
        /// A function, with what it belongs to.
        FRAME,
        /// A message without its values.
        MESSAGE,
        /// The event's source.
        SOURCE,
        /// Given by the client.
        CLIENT,
        /// Given by a rule of the project.
        RULE
    }
}
