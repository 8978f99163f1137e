package dev.faultline.group;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where a group stands.
public enum GroupStatus {
    @JsonProperty("unresolved")
    UNRESOLVED,
    @JsonProperty("resolved")
    RESOLVED,
    @JsonProperty("deleted")
    DELETED
}
