package dev.faultline.query.access;

import dev.faultline.access.AccessSettings;
import dev.faultline.access.KeyHasher;
import dev.faultline.access.KeyRecord;
import dev.faultline.access.KeySecret;
import dev.faultline.access.MemberRecord;
import dev.faultline.event.ProjectId;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes secrets. Only what it returns has them: the records hold hashes. Thread-safe.
public final class KeyMint {

    private final AccessSettings settings;
    private final KeyHasher hasher;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param random one that nobody can predict
    KeyMint(
            AccessSettings settings,
            KeyHasher hasher,
            RandomGenerator random,
            InstantSource clock) {
        this.settings = settings;
        this.hasher = hasher;
        this.random = random;
        this.clock = clock;
    }

    /// A new key, which is in force once its record is written.
    ///
    /// @param member who makes it; null: the operator
    public Minted key(ProjectId project, KeyRequest wanted, @Nullable String member) {
        requirePepper();
        String secret = KeySecret.ofKey(wanted.permissions(), random);
        return new Minted(
                new KeyRecord(
                        UUID.randomUUID().toString(),
                        project,
                        wanted.name(),
                        KeySecret.preview(secret),
                        hasher.hash(secret),
                        wanted.permissions(),
                        member,
                        clock.instant(),
                        wanted.expiresAt(),
                        null,
                        wanted.allowedOrigins(),
                        wanted.limits()),
                secret);
    }

    /// A new invitation, which holds once the member's record is written.
    public Invited invitation(Duration validity) {
        requirePepper();
        String token = KeySecret.ofInvitation(random);
        Instant now = clock.instant();
        return new Invited(
                new MemberRecord.Invitation(hasher.hash(token), now, now.plus(validity)), token);
    }

    /// By which of these an invitation may be known; none if the token can't be one of ours.
    public Set<String> tokenHmacs(String token) {
        return KeySecret.isInvitation(token)
                ? hasher.hashes(token).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private void requirePepper() {
        if (!settings.isFitForKeys()) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "In production keys can be made once FAULTLINE_KEY_PEPPER is set at every"
                            + " stage");
        }
    }

    /// @param secret shown once
    public record Minted(KeyRecord key, String secret) {

        /// Without the secret.
        @Override
        public String toString() {
            return "Minted[%s]".formatted(key.id());
        }
    }

    /// @param token shown once
    public record Invited(MemberRecord.Invitation invitation, String token) {

        /// Without the token.
        @Override
        public String toString() {
            return "Invited[%s]".formatted(invitation.expiresAt());
        }
    }
}
