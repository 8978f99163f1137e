package dev.faultline.heartbeat;

import com.fasterxml.jackson.annotation.JsonValue;

/// The stages of an installation. A process runs one of them, or several.
public enum StageName {
    INGEST_GATEWAY("ingest-gateway"),
    AGGREGATOR("aggregator"),
    ALERTING("alerting"),
    QUERY_API("query-api");

    private final String text;

    StageName(String text) {
        this.text = text;
    }

    /// As in settings files, metrics and the topic.
    @JsonValue
    public String text() {
        return text;
    }
}
