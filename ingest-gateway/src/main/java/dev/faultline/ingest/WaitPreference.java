package dev.faultline.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `Prefer: wait=SECONDS` ([RFC 7240, section
/// 4.3](https://www.rfc-editor.org/rfc/rfc7240#section-4.3)): the caller would rather wait than get
/// an answer that leaves out other events of the group.
final class WaitPreference {
    static final int MAX_SECONDS = 10;

    private static final Pattern WAIT =
            Pattern.compile("wait\\s*=\\s*(?:(\\d{1,9})|\"(\\d{1,9})\")", Pattern.CASE_INSENSITIVE);

    private WaitPreference() {}

    /// The seconds to wait, 1 to [#MAX_SECONDS]. As the RFC has it, the first `wait` counts and a
    /// preference that can't be understood is none.
    ///
    /// @param values of the header `Prefer`
    static Optional<Integer> seconds(List<String> values) {
        for (String preference : String.join(",", values).split(",", -1)) {
            Matcher wait = WAIT.matcher(preference.split(";", -1)[0].strip());
            if (wait.matches()) {
                String digits = wait.group(1) == null ? wait.group(2) : wait.group(1);
                int seconds = Integer.parseInt(digits);
                return seconds == 0
                        ? Optional.empty()
                        : Optional.of(Math.min(seconds, MAX_SECONDS));
            }
        }
        return Optional.empty();
    }
}
