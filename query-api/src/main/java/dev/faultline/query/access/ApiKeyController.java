package dev.faultline.query.access;

import dev.faultline.access.ApiKey;
import dev.faultline.access.KeyRecord;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.query.access.KeyMint.Minted;
import dev.faultline.query.usage.KeyUses;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/settings/api-keys`.
@RestController
class ApiKeyController {

    private static final String PATH = "/api/settings/api-keys";
    private static final long DEFAULT_OVERLAP = Duration.ofDays(1).toSeconds();
    private static final long MAX_OVERLAP = Duration.ofDays(7).toSeconds();

    private final ManagedKeys keys;
    private final KeyUses uses;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Instant started;

    ApiKeyController(ManagedKeys keys, KeyUses uses, AuditTrail audit, InstantSource clock) {
        this.keys = keys;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
        this.started = clock.instant();
    }

    @GetMapping(PATH)
    Envelope<Keys> list(ApiKey caller) {
        List<KeyRecord> made = keys.made(caller);
        List<ApiKey> configured = keys.configured(caller);
        Map<String, Instant> used =
                uses.lastUsed(
                        Stream.concat(
                                        made.stream().map(KeyRecord::id),
                                        configured.stream().map(ApiKey::id))
                                .toList());
        return Envelope.of(
                new Keys(
                        Stream.concat(
                                        made.stream().map(key -> KeyAnswer.of(key, used)),
                                        configured.stream()
                                                .map(key -> KeyAnswer.of(key, used, started)))
                                .toList()));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<KeyAnswer.Created> create(ApiKey caller, Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        KeyRequest wanted = SettingsBody.checked(() -> KeyRequest.read(body, clock.instant()));
        Minted minted = keys.create(caller, wanted);
        audit.changed(actor, "api_key.create", minted.key().id(), null, minted.key());
        return Envelope.of(KeyAnswer.Created.of(minted));
    }

    @DeleteMapping(PATH + "/{id}")
    ResponseEntity<Void> revoke(ApiKey caller, Actor actor, @PathVariable String id) {
        KeyRecord revoked = keys.revoke(caller, id);
        audit.changed(actor, "api_key.revoke", id, revoked, null);
        return ResponseEntity.noContent().build();
    }

    /// Makes a key that takes another's place; both are valid for `overlap_seconds`.
    @PostMapping(path = PATH + "/{id}/rotate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<KeyAnswer.Created> rotate(
            ApiKey caller, Actor actor, @PathVariable String id, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        long overlap =
                SettingsBody.checked(() ->
                        body.only(Set.of("overlap_seconds"))
                                .number("overlap_seconds", 0, MAX_OVERLAP)
                                .orElse(DEFAULT_OVERLAP));
        Minted minted = keys.rotate(caller, id, Duration.ofSeconds(overlap));
        audit.changed(actor, "api_key.rotate", id, null, minted.key());
        return Envelope.of(KeyAnswer.Created.of(minted));
    }

    record Keys(List<KeyAnswer> apiKeys) {}
}
