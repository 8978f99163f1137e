package dev.faultline.usage;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.faultline.event.ProjectId;
import java.util.List;

/// What one key used at one process since that process last said so.
///
/// Produced by every process that answers the API, consumed by all of them, for their rate limits,
/// and by the projector, for people.
///
/// @param keyId names the key; its secret is in no record
/// @param process who says so: a random name, new at every start
public record KeyUsage(String keyId, ProjectId project, String process, List<Amount> amounts) {

    public KeyUsage {
        requireNonNull(keyId, "key_id");
        requireNonNull(project, "project");
        requireNonNull(process, "process");
        amounts = List.copyOf(amounts);
    }

    /// What was used in one second, in events where the class is ingest, else in requests.
    ///
    /// @param type which limit it counts against
    /// @param second since 1970, by the process's clock
    /// @param within the limit
    /// @param over the limit, and let through all the same
    /// @param refused because of the limit
    public record Amount(
            @JsonProperty("class") RequestClass type,
            long second,
            long within,
            long over,
            long refused) {

        public Amount {
            requireNonNull(type, "class");
            if (second < 0 || within < 0 || over < 0 || refused < 0) {
                throw new IllegalArgumentException("nothing that was used is negative");
            }
        }

        /// The same at another time.
        public Amount at(long otherSecond) {
            return new Amount(type, otherSecond, within, over, refused);
        }

        /// Both together, at this one's time.
        public Amount plus(Amount other) {
            return new Amount(
                    type,
                    second,
                    within + other.within,
                    over + other.over,
                    refused + other.refused);
        }
    }
}
