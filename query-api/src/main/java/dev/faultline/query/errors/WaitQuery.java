package dev.faultline.query.errors;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.Receipt;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Which event a caller wants to see included, and how long it is ready to wait.
record WaitQuery(Receipt receipt, Duration atMost) {

    private static final Duration DEFAULT = Duration.ofSeconds(1);

    /// @throws ApiException `400` if the receipt is none of this error, or the time is out of range
    static WaitQuery parse(String receipt, @Nullable String wait, ProjectId project, GroupId id) {
        Receipt parsed =
                Receipt.parse(receipt)
                        .filter(r -> r.project().equals(project) && r.groupId().equals(id))
                        .orElseThrow(() -> invalid("receipt must be one of this error"));
        return new WaitQuery(parsed, wait == null ? DEFAULT : seconds(wait));
    }

    private static Duration seconds(String text) {
        if (!text.matches("[1-9]|10")) {
            throw invalid("wait must be a number of seconds from 1 to 10");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static ApiException invalid(String sentence) {
        return new ApiException(ProblemType.INVALID_REQUEST, sentence);
    }
}
