package dev.faultline.alerting.delivery;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/// What an HTTP answer means for a delivery. Pure.
final class HttpOutcome {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private HttpOutcome() {}

    /// @param who answered, to begin a sentence: `Slack`
    static Delivery of(String who, HttpPoster.Answer answer, Instant now) {
        int status = answer.status();
        String reason = "%s answered HTTP %d".formatted(who, status);
        if (status >= 200 && status < 300) {
            return new Delivery.Delivered(status);
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new Delivery.Retry(status, reason, retryAfter(answer.retryAfter(), now));
        }
        if (status == 410) {
            return new Delivery.Gone(status, reason + ": it takes nothing any more");
        }
        return new Delivery.Rejected(
                status,
                status >= 300 && status < 400
                        ? reason + ", a redirect, which is not followed: give the final URL"
                        : reason);
    }

    /// Seconds or a date, as [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#field.retry-after)
    /// has it; not beyond a day.
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        Duration wait;
        if (header.strip().matches("[0-9]{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(header.strip()));
        } else {
            Instant date = DateUtils.parseStandardDate(header);
            if (date == null) {
                return null;
            }
            wait = Duration.between(now, date);
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
