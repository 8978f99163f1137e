package dev.faultline.query.errors;

import dev.faultline.event.Uuids;
import dev.faultline.group.GroupId;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;

/// Reads the id in the path of an error.
public final class ErrorPath {

    private ErrorPath() {}

    /// @throws ApiException `400` if it is no UUID
    public static GroupId id(String text) {
        return Uuids.parse(text)
                .map(GroupId::new)
                .orElseThrow(
                        () -> new ApiException(ProblemType.INVALID_REQUEST, "Invalid UUID format"));
    }
}
