package dev.faultline.limit;

import dev.faultline.usage.RequestClass;

/// What became of a use of the API.
///
/// @param limit in 60 seconds; 0 if there is none
/// @param admitted how much of what was asked for may go on
/// @param refused how much of it may not
/// @param remaining how much more fits in the limit now
/// @param seconds until more fits than now, 1 to 60
/// @param retryAfter if something was over the limit: the same, with up to a fifth more, so that
///   all those refused don't come back in the same second; else 0
public record Charge(
        RequestClass type,
        int limit,
        int admitted,
        int refused,
        int remaining,
        int seconds,
        int retryAfter) {

    static Charge unlimited(RequestClass type, int asked) {
        return new Charge(type, 0, asked, 0, 0, 0, 0);
    }

    public boolean isLimited() {
        return limit > 0;
    }

    /// Why something was refused.
    public String sentence() {
        return "Rate limit exceeded: %s %d per minute".formatted(type.label(), limit);
    }
}
