package dev.faultline.alerting.incidents;

/// What is told of an incident.
enum Word {
    FIRED("incident.fired", "Firing"),
    RESOLVED("incident.resolved", "Resolved"),
    ESCALATED("incident.escalated", "Escalated"),
    REMINDER("incident.reminder", "Still firing"),
    FLAPPING("incident.flapping", "Flapping");

    private final String type;
    private final String head;

    Word(String type, String head) {
        this.type = type;
        this.head = head;
    }

    /// Of the announcement.
    String type() {
        return type;
    }

    /// The beginning of its title.
    String head() {
        return head;
    }
}
