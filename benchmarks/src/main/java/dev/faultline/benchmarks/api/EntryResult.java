package dev.faultline.benchmarks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the batch endpoint says of one entry.
 *
 * @param status as if the entry had been sent alone: 201 accepted, 400 unusable, 503 not durable
 * @param receipt for looking the event up, null unless accepted
 * @param error why it was not accepted, null if it was
 */
public record EntryResult(int status, @Nullable String receipt, @Nullable String error) {

    private static final EntryResult MISSING =
            new EntryResult(0, null, "the answer does not mention this entry");

    /** Whether the entry is durable. */
    public boolean accepted() {
        return status / 100 == 2;
    }

    /** Whether the same entry may work later. */
    public boolean temporary() {
        return status == 429 || status == 503;
    }

    /** Why the entry was not accepted. */
    public String reason() {
        return Optional.ofNullable(error).orElse("status " + status);
    }

    /**
     * Reads the results of a batch.
     *
     * @param answer the endpoint's answer
     * @param entries how many entries were sent
     * @return one result per entry in their order; nothing when the answer is about the whole
     *     request
     */
    public static Optional<List<EntryResult>> of(Answer answer, int entries) {
        JsonNode results = answer.data().path("results");
        if (!results.isArray()) {
            return Optional.empty();
        }
        var found = new ArrayList<EntryResult>(entries);
        for (int i = 0; i < entries; i++) {
            found.add(MISSING);
        }
        for (JsonNode result : results) {
            int index = result.path("index").intValue(-1);
            if (index >= 0 && index < entries) {
                found.set(index, read(result));
            }
        }
        return Optional.of(found);
    }

    private static EntryResult read(JsonNode result) {
        return new EntryResult(
                result.path("status").intValue(0),
                result.path("receipt").stringValue(null),
                result.path("error").stringValue(null));
    }
}
