package dev.faultline.alerting.delivery;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an attempt to deliver ended.
///
/// A `remoteStatus` is what the other side answered: HTTP's status or SMTP's reply code; null if it
/// did not get that far. A `reason` is a sentence of ours: nothing of the answer's text is in it.
public sealed interface Delivery {

    /// All that [#outcome] can be.
    List<String> OUTCOMES = List.of("delivered", "retry", "rejected", "gone");

    /// What the other side answered, if it did.
    @Nullable Integer remoteStatus();

    /// The other side has it.
    record Delivered(@Nullable Integer remoteStatus) implements Delivery {}

    /// It can succeed later.
    ///
    /// @param retryAfter how long the other side asks to wait; null if it does not say
    record Retry(@Nullable Integer remoteStatus, String reason, @Nullable Duration retryAfter)
            implements Delivery {}

    /// It fails again until somebody changes something.
    record Rejected(@Nullable Integer remoteStatus, String reason) implements Delivery {}

    /// The other side wants nothing of the kind any more: the target is to be disabled.
    record Gone(@Nullable Integer remoteStatus, String reason) implements Delivery {}

    /// As metrics and the API name it.
    default String outcome() {
        return switch (this) {
            case Delivered _ -> "delivered";
            case Retry _ -> "retry";
            case Rejected _ -> "rejected";
            case Gone _ -> "gone";
        };
    }

    /// Why it was not delivered; null if it was.
    default @Nullable String failure() {
        return switch (this) {
            case Delivered _ -> null;
            case Retry retry -> retry.reason();
            case Rejected rejected -> rejected.reason();
            case Gone gone -> gone.reason();
        };
    }
}
