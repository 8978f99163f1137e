package dev.faultline.topic;

/// The headers of a dead letter, beside those of the original record. Values are UTF-8 texts.
public final class DeadLetterHeaders {

    /// Why the record could not be used: a sentence.
    public static final String REASON = "dead_letter_reason";

    /// The project, where it could be read.
    public static final String PROJECT = "dead_letter_project";

    /// The event's id, where it could be read.
    public static final String EVENT_ID = "dead_letter_event_id";

    /// Where the record stood: the lane, see [dev.faultline.group.RawPosition].
    public static final String LANE = "dead_letter_lane";

    /// Where the record stood: the offset.
    public static final String OFFSET = "dead_letter_offset";

    /// The bytes of a record that was too large, of which only the value's beginning was kept;
    /// absent from others.
    public static final String SIZE = "dead_letter_size";

    private DeadLetterHeaders() {}
}
