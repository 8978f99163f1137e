package dev.faultline.ingest;

import dev.faultline.json.Json;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Finds the entries of a batch without reading them, so that each is then read as one event is:
/// with the same limits, and at its own risk.
final class BatchSplitter {
    static final int MAX_ENTRIES = 5_000;

    private BatchSplitter() {}

    /// The non-empty lines of `application/x-ndjson`.
    ///
    /// @throws ApiException 413 if there are too many
    static List<Slice> lines(byte[] body) {
        List<Slice> entries = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                if (!isBlank(body, start, i)) {
                    add(entries, new Slice(start, i - start));
                }
                start = i + 1;
            }
        }
        return entries;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /// The elements of a JSON array in UTF-8.
    ///
    /// @throws ApiException 400 if the body is anything else, 413 if there are too many
    static List<Slice> array(byte[] body) {
        try (JsonParser parser = Json.mapper().createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw invalid("A batch is a JSON array of events");
            }
            List<Slice> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                add(entries, element(parser));
            }
            if (parser.nextToken() != null) {
                throw invalid("Malformed JSON: something follows the array");
            }
            return entries;
        } catch (JacksonException e) {
            throw invalid("Malformed JSON: no entry was accepted");
        }
    }

    private static Slice element(JsonParser parser) {
        long start = parser.currentTokenLocation().getByteOffset();
        if (start < 0) {
            throw invalid("The batch must be encoded in UTF-8");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            // Nothing is no event either; where a number ends is hard to tell.
            return new Slice((int) start, 0);
        }
        parser.skipChildren();
        long end = parser.currentLocation().getByteOffset();
        return new Slice((int) start, (int) (end - start));
    }

    private static void add(List<Slice> entries, Slice entry) {
        if (entries.size() == MAX_ENTRIES) {
            throw new ApiException(
                    ProblemType.PAYLOAD_TOO_LARGE,
                    "A batch has at most %d entries".formatted(MAX_ENTRIES));
        }
        entries.add(entry);
    }

    private static ApiException invalid(String reason) {
        return new ApiException(ProblemType.INVALID_REQUEST, reason);
    }
}
