package dev.faultline.query.access;

import dev.faultline.access.AccessBook;
import dev.faultline.access.ApiKey;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.access.KeyRecord;
import dev.faultline.access.MemberRecord;
import dev.faultline.access.Role;
import dev.faultline.event.ProjectId;
import dev.faultline.query.access.KeyMint.Minted;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The keys of projects, as those may deal with them who call. Nobody gives more than his role has,
/// nor withdraws a key of somebody above him; a developer sees and withdraws his own. Thread-safe.
final class ManagedKeys {

    /// Live keys of a project.
    static final int MOST_KEYS = 1_000;

    private final AccessBook book;
    private final ConfiguredKeys configured;
    private final KeyMint mint;
    private final AccessEditor editor;
    private final InstantSource clock;

    ManagedKeys(
            AccessBook book,
            ConfiguredKeys configured,
            KeyMint mint,
            AccessEditor editor,
            InstantSource clock) {
        this.book = book;
        this.configured = configured;
        this.mint = mint;
        this.editor = editor;
        this.clock = clock;
    }

    /// The operator's, if the caller may see them.
    List<ApiKey> configured(ApiKey caller) {
        return isDeveloper(caller) ? List.of() : configured.of(caller.project());
    }

    /// Those not revoked, the newest first.
    List<KeyRecord> made(ApiKey caller) {
        return book.keysOf(caller.project()).stream()
                .filter(key -> key.revokedAt() == null)
                .filter(key -> isFor(caller, key))
                .sorted(Comparator.comparing(KeyRecord::createdAt).reversed())
                .toList();
    }

    /// @throws ApiException `403` if it would be more than the caller's role has, `409` if there
    ///   are too many or the pepper is not set
    Minted create(ApiKey caller, KeyRequest wanted) {
        if (!wanted.permissions().stream().allMatch(p -> p.isIn(List.of(caller.role().most())))) {
            throw new ApiException(
                    ProblemType.FORBIDDEN,
                    "The role '%s' can give a key '%s' at most"
                            .formatted(caller.role().text(), caller.role().most().text()));
        }
        return editor.inTurn(() -> {
            requireRoom(caller.project());
            Minted minted = mint.key(caller.project(), wanted, caller.member());
            editor.put(minted.key());
            return minted;
        });
    }

    /// @return the key as it was
    /// @throws ApiException `404` if there is none, `409` if the operator has set it, `403` if it
    ///   is of somebody above the caller
    KeyRecord revoke(ApiKey caller, String id) {
        return editor.inTurn(() -> {
            KeyRecord key = require(caller, id);
            editor.put(key.revoked(clock.instant()));
            return key;
        });
    }

    /// Makes a key like another, which stays valid for a while longer.
    ///
    /// @throws ApiException as [#revoke]
    Minted rotate(ApiKey caller, String id, Duration overlap) {
        return editor.inTurn(() -> {
            KeyRecord old = require(caller, id);
            // Else one could act under another's name.
            if (!Objects.equals(old.member(), caller.member())) {
                throw new ApiException(
                        ProblemType.FORBIDDEN,
                        "Only who made a key can rotate it: revoke it instead");
            }
            Instant now = clock.instant();
            if (!old.isLive(now)) {
                throw new ApiException(
                        ProblemType.CONFLICT, "This key has expired: create a new one");
            }
            requireRoom(caller.project());
            Minted minted = mint.key(old.project(), KeyRequest.like(old), old.member());
            editor.put(minted.key());
            Instant end = now.plus(overlap);
            if (old.expiresAt() == null || end.isBefore(old.expiresAt())) {
                editor.put(old.expiring(end));
            }
            return minted;
        });
    }

    private void requireRoom(ProjectId project) {
        Instant now = clock.instant();
        if (book.keysOf(project).stream().filter(key -> key.isLive(now)).count() >= MOST_KEYS) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "A project can have %d keys: revoke one first".formatted(MOST_KEYS));
        }
    }

    private KeyRecord require(ApiKey caller, String id) {
        if (configured(caller).stream().anyMatch(key -> key.id().equals(id))) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "The operator has set this key: it goes when it is taken out of"
                            + " FAULTLINE_API_KEYS and the stages are restarted");
        }
        KeyRecord key =
                book.key(caller.project(), id)
                        .filter(known -> known.revokedAt() == null)
                        .filter(known -> isFor(caller, known))
                        .orElseThrow(
                                () -> new ApiException(ProblemType.NOT_FOUND, "API key not found"));
        if (caller.role().isBelow(role(key))) {
            throw new ApiException(
                    ProblemType.FORBIDDEN,
                    "The role '%s' does not allow this: the key is of the role '%s'"
                            .formatted(caller.role().text(), role(key).text()));
        }
        return key;
    }

    /// A key of who is gone is anybody's to clear away.
    private Role role(KeyRecord key) {
        return key.member() == null
                ? Role.OWNER
                : book.member(key.project(), key.member())
                        .map(MemberRecord::role)
                        .orElse(Role.VIEWER);
    }

    private static boolean isFor(ApiKey caller, KeyRecord key) {
        return !isDeveloper(caller)
                || (caller.member() != null && caller.member().equals(key.member()));
    }

    private static boolean isDeveloper(ApiKey caller) {
        return caller.role().isBelow(Role.ADMIN);
    }
}
