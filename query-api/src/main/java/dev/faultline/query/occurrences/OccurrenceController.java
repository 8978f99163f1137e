package dev.faultline.query.occurrences;

import dev.faultline.access.ApiKey;
import dev.faultline.query.errors.ErrorPath;
import dev.faultline.web.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/errors/{id}/occurrences`.
@RestController
class OccurrenceController {

    private final OccurrenceReads occurrences;

    OccurrenceController(OccurrenceReads occurrences) {
        this.occurrences = occurrences;
    }

    @GetMapping("/api/errors/{id}/occurrences")
    Envelope<OccurrencePage> list(
            ApiKey key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String before) {
        return Envelope.of(
                occurrences.page(
                        key.project(), ErrorPath.id(id), OccurrenceQuery.parse(limit, before)));
    }
}
