package dev.faultline.alerting.notifications;

/// Types of announcements that this package makes, or treats in a way of their own.
final class Types {

    /// Somebody tries a rule.
    static final String TEST = "rule.test";

    /// Several that were too many for their target.
    static final String DIGEST = "incident.digest";

    private Types() {}

    /// Whether a digest can tell it instead.
    static boolean isCollapsible(String type) {
        return !type.equals(TEST) && !type.equals(DIGEST);
    }
}
