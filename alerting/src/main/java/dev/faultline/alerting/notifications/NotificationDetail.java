package dev.faultline.alerting.notifications;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A notification as the API shows it alone: with what it says, and every attempt, the first first.
record NotificationDetail(
        @JsonUnwrapped NotificationAnswer notification,
        String text,
        SequencedMap<String, String> details,
        List<Attempt> attempts) {

    NotificationDetail {
        details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
        attempts = List.copyOf(attempts);
    }
}
