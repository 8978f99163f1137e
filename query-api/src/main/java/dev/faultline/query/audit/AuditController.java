package dev.faultline.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.AuditEntry;
import dev.faultline.query.audit.AuditChain.StoredLine;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `GET /api/settings/audit` and `GET /api/settings/audit/verify`.
@RestController
class AuditController {

    private static final int MAX_LIMIT = 100;

    /// Lines that one request checks at most.
    private static final int MAX_VERIFIED = 10_000;

    private final AuditRepository log;

    AuditController(AuditRepository log) {
        this.log = log;
    }

    /// The newest lines, or those before one.
    @GetMapping("/api/settings/audit")
    Envelope<Page> list(
            ApiKey caller,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String before) {
        int most = (int) number("limit", limit, MAX_LIMIT);
        long end = before == null ? Long.MAX_VALUE : number("before", before, Long.MAX_VALUE);
        List<StoredLine> lines = log.page(caller.project(), end, most);
        return Envelope.of(
                new Page(
                        lines.stream().map(Line::of).toList(),
                        most,
                        lines.size() < most ? null : lines.getLast().seq()));
    }

    /// Whether nobody changed the log: the lines after one, as many as a request may check.
    @GetMapping("/api/settings/audit/verify")
    Envelope<Verification> verify(
            ApiKey caller, @RequestParam(required = false) @Nullable String after) {
        long start = after == null ? 0 : number("after", after, Long.MAX_VALUE);
        List<StoredLine> lines = log.pageAfter(caller.project(), start, MAX_VERIFIED);
        if (lines.isEmpty()) {
            return Envelope.of(new Verification(true, 0, null, null));
        }
        // A log that begins at 1 has to begin with nothing; a later first line is taken as it is.
        boolean fromStart = lines.getFirst().seq() == 1;
        Optional<Long> broken =
                fromStart
                        ? AuditChain.firstBroken(StoredLine.NONE, lines)
                        : AuditChain.firstBroken(lines.getFirst(), lines.subList(1, lines.size()));
        return Envelope.of(
                new Verification(
                        broken.isEmpty(),
                        lines.size(),
                        broken.orElse(null),
                        lines.size() < MAX_VERIFIED ? null : lines.get(lines.size() - 2).seq()));
    }

    private static long number(String name, String text, long max) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Says the same.
        }
        throw new ApiException(
                ProblemType.INVALID_REQUEST,
                "%s must be a number from 1 to %d".formatted(name, max));
    }

    /// @param nextBefore where the next page begins; null: there is none
    record Page(List<Line> entries, int limit, @Nullable Long nextBefore) {}

    /// @param checked how many lines
    /// @param firstBroken the number of the first line that was changed, or follows a missing one;
    ///   null: none
    /// @param nextAfter where to go on; null: these were all
    record Verification(
            boolean intact, int checked, @Nullable Long firstBroken, @Nullable Long nextAfter) {}

    /// @param key the id of the key that was used; null for who accepted an invitation
    /// @param keyName what the key was called
    /// @param member whose key it was; null: the operator's
    record Line(
            long seq,
            Instant at,
            @Nullable String key,
            String keyName,
            @Nullable String member,
            String role,
            String address,
            String action,
            String object,
            String result,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            String hash) {

        static Line of(StoredLine line) {
            AuditEntry entry = AuditEntry.read(line.entry().getBytes(UTF_8));
            return new Line(
                    line.seq(),
                    entry.at(),
                    entry.actor().key(),
                    entry.actor().name(),
                    entry.actor().member(),
                    entry.actor().role().text(),
                    entry.actor().address(),
                    entry.action(),
                    entry.object(),
                    entry.result(),
                    entry.before(),
                    entry.after(),
                    line.hash());
        }
    }
}
