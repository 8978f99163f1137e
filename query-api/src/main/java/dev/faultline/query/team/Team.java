package dev.faultline.query.team;

import dev.faultline.access.AccessBook;
import dev.faultline.access.ApiKey;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.access.MemberRecord;
import dev.faultline.access.Permission;
import dev.faultline.access.Role;
import dev.faultline.event.ProjectId;
import dev.faultline.query.access.AccessEditor;
import dev.faultline.query.access.KeyMint;
import dev.faultline.query.access.KeyRequest;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The members of projects and who is invited. Thread-safe.
final class Team {

    static final int MOST_MEMBERS = 500;
    static final int MOST_INVITATIONS = 50;

    private static final Duration INVITATION_WINDOW = Duration.ofHours(1);
    private static final Duration VALIDITY = Duration.ofDays(7);

    private final AccessBook book;
    private final ConfiguredKeys configured;
    private final KeyMint mint;
    private final AccessEditor editor;
    private final InstantSource clock;

    Team(
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

    /// The oldest first.
    List<MemberRecord> members(ProjectId project) {
        return book.membersOf(project).stream()
                .sorted(
                        Comparator.comparing(MemberRecord::createdAt)
                                .thenComparing(MemberRecord::id))
                .toList();
    }

    /// Invites somebody, or somebody again: then only the new link is good.
    ///
    /// @throws ApiException `403` if the role is above the caller's, `409` if it is a member or
    ///   there are too many, `429` if too many were invited lately
    Invited invite(ApiKey caller, Invitee invitee) {
        refuse(TeamRules.invite(caller.role(), invitee.role()));
        return editor.inTurn(() -> {
            Optional<MemberRecord> known = byEmail(caller.project(), invitee.email());
            requireNotMember(caller, known);
            requireRoom(caller.project(), known.isPresent());
            KeyMint.Invited made = mint.invitation(VALIDITY);
            MemberRecord member =
                    known.orElseGet(() -> stranger(caller.project(), invitee))
                            .invited(invitee.role(), made.invitation());
            editor.put(member);
            return new Invited(member, made.invitation().expiresAt(), made.token());
        });
    }

    /// @param name null: as in the invitation
    /// @throws ApiException `404` if the token is not that of an open invitation
    Joined accept(String token, @Nullable String name) {
        Set<String> hmacs = mint.tokenHmacs(token);
        return editor.inTurn(() -> {
            Instant now = clock.instant();
            MemberRecord invited =
                    book.members(member -> isOpen(member, hmacs, now)).stream()
                            .findFirst()
                            .orElseThrow(() ->
                                    new ApiException(
                                            ProblemType.NOT_FOUND,
                                            "This invitation does not exist, was used or has"
                                                    + " expired: ask for a new one"));
            MemberRecord member = invited.joined(name == null ? invited.name() : name, now);
            // What it allows follows the member's role, now and later.
            KeyMint.Minted key =
                    mint.key(
                            member.project(),
                            KeyRequest.of("First key", Permission.ADMIN),
                            member.id());
            editor.put(member);
            editor.put(key.key());
            return new Joined(member, key);
        });
    }

    /// @return the member before and after
    /// @throws ApiException `404` if there is none, `403` or `409` if it may not be
    Changed changeRole(ApiKey caller, String id, Role role) {
        return editor.inTurn(() -> {
            MemberRecord member = require(caller, id);
            refuse(TeamRules.change(caller.role(), member.role(), role, hasOtherOwner(member)));
            MemberRecord changed = member.as(role);
            editor.put(changed);
            return new Changed(member, changed);
        });
    }

    /// His keys are good no more.
    ///
    /// @return the member as he was
    /// @throws ApiException as [#changeRole]
    MemberRecord remove(ApiKey caller, String id) {
        return editor.inTurn(() -> {
            MemberRecord member = require(caller, id);
            refuse(TeamRules.leave(caller.role(), member.role(), hasOtherOwner(member)));
            editor.remove(member);
            return member;
        });
    }

    private static boolean isOpen(MemberRecord member, Set<String> hmacs, Instant now) {
        MemberRecord.Invitation invitation = member.invitation();
        return invitation != null
                && invitation.isOpen(now)
                && hmacs.contains(invitation.tokenHmac());
    }

    private MemberRecord require(ApiKey caller, String id) {
        return book.member(caller.project(), id)
                .orElseThrow(() -> new ApiException(ProblemType.NOT_FOUND, "Member not found"));
    }

    private Optional<MemberRecord> byEmail(ProjectId project, String email) {
        return book.membersOf(project).stream()
                .filter(member -> Email.areSame(member.email(), email))
                .findFirst();
    }

    private MemberRecord stranger(ProjectId project, Invitee invitee) {
        return new MemberRecord(
                UUID.randomUUID().toString(),
                project,
                invitee.email(),
                invitee.name(),
                invitee.role(),
                clock.instant(),
                null,
                null);
    }

    private static void requireNotMember(ApiKey caller, Optional<MemberRecord> known) {
        if (known.isPresent()) {
            if (known.get().hasJoined()) {
                throw new ApiException(
                        ProblemType.CONFLICT, "Somebody with this e-mail is a member already");
            }
            refuse(TeamRules.invite(caller.role(), known.get().role()));
        }
    }

    private void requireRoom(ProjectId project, boolean again) {
        List<MemberRecord> members = book.membersOf(project);
        if (!again && members.size() >= MOST_MEMBERS) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "A project can have %d members: remove one first".formatted(MOST_MEMBERS));
        }
        Instant since = clock.instant().minus(INVITATION_WINDOW);
        List<Instant> sent =
                members.stream()
                        .flatMap(member -> Stream.ofNullable(member.invitation()))
                        .map(MemberRecord.Invitation::sentAt)
                        .filter(since::isBefore)
                        .sorted()
                        .toList();
        if (sent.size() >= MOST_INVITATIONS) {
            throw new ApiException(
                    ProblemType.RATE_LIMITED,
                    "A project can have %d open invitations of an hour: wait, or remove some"
                            .formatted(MOST_INVITATIONS),
                    Duration.between(since, sent.getFirst()));
        }
    }

    /// The operator's keys own a project too.
    private boolean hasOtherOwner(MemberRecord member) {
        Instant now = clock.instant();
        return !configured.of(member.project()).isEmpty()
                || book.keysOf(member.project()).stream()
                        .anyMatch(key ->
                                key.member() == null
                                        && key.isLive(now)
                                        && key.permissions().contains(Permission.ADMIN))
                || book.membersOf(member.project()).stream()
                        .anyMatch(other ->
                                !other.id().equals(member.id())
                                        && other.hasJoined()
                                        && other.role() == Role.OWNER);
    }

    private static void refuse(Optional<String> reason) {
        if (reason.isPresent()) {
            throw new ApiException(ProblemType.FORBIDDEN, reason.get());
        }
    }

    /// Who shall be invited.
    record Invitee(String email, String name, Role role) {}

    /// @param token shown once
    record Invited(MemberRecord member, Instant expiresAt, String token) {

        /// Without the token.
        @Override
        public String toString() {
            return "Invited[%s]".formatted(member.id());
        }
    }

    record Joined(MemberRecord member, KeyMint.Minted key) {}

    record Changed(MemberRecord before, MemberRecord after) {}
}
