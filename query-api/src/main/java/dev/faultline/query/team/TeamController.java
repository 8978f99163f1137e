package dev.faultline.query.team;

import dev.faultline.access.AccessBook;
import dev.faultline.access.ApiKey;
import dev.faultline.access.InvitationLink;
import dev.faultline.access.KeyRecord;
import dev.faultline.access.MemberRecord;
import dev.faultline.access.Role;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.event.ProjectId;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.query.access.Names;
import dev.faultline.query.usage.KeyUses;
import dev.faultline.web.Credential;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/settings/team`.
@RestController
class TeamController {

    private static final String PATH = "/api/settings/team";

    private final Team team;
    private final AccessBook book;
    private final KeyUses uses;
    private final InvitationMailer mailer;
    private final URI publicUrl;
    private final AuditTrail audit;
    private final InstantSource clock;

    TeamController(
            Team team,
            AccessBook book,
            KeyUses uses,
            InvitationMailer mailer,
            URI publicUrl,
            AuditTrail audit,
            InstantSource clock) {
        this.team = team;
        this.book = book;
        this.uses = uses;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Envelope<Members> list(ApiKey caller) {
        Instant now = clock.instant();
        Map<String, Instant> active = lastActive(caller.project());
        return Envelope.of(
                new Members(
                        team.members(caller.project()).stream()
                                .map(member ->
                                        MemberAnswer.of(member, active.get(member.id()), now))
                                .toList()));
    }

    @PostMapping(path = PATH + "/invite", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<MemberAnswer.Invited> invite(ApiKey caller, Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Team.Invitee invitee = SettingsBody.checked(() -> invitee(body));
        Team.Invited invited = team.invite(caller, invitee);
        audit.changed(actor, "team.invite", invited.member().id(), null, invited.member());
        String link = InvitationLink.of(publicUrl, invited.token());
        Mailing mailing = mailer.send(invited, link, Credential.of(request).orElseThrow());
        return Envelope.of(MemberAnswer.Invited.of(invited, link, mailing, clock.instant()));
    }

    @PutMapping(path = PATH + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<MemberAnswer> changeRole(
            ApiKey caller, Actor actor, @PathVariable String id, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Role role = SettingsBody.checked(() -> role(body.only(Set.of("role"))));
        Team.Changed changed = team.changeRole(caller, id, role);
        audit.changed(actor, "team.role", id, changed.before(), changed.after());
        return Envelope.of(
                MemberAnswer.of(
                        changed.after(), lastActive(caller.project()).get(id), clock.instant()));
    }

    @DeleteMapping(PATH + "/{id}")
    ResponseEntity<Void> remove(ApiKey caller, Actor actor, @PathVariable String id) {
        MemberRecord removed = team.remove(caller, id);
        audit.changed(actor, "team.remove", id, removed, null);
        return ResponseEntity.noContent().build();
    }

    private Map<String, Instant> lastActive(ProjectId project) {
        List<KeyRecord> keys = book.keysOf(project);
        Map<String, Instant> used = uses.lastUsed(keys.stream().map(KeyRecord::id).toList());
        Map<String, Instant> active = new HashMap<>();
        for (KeyRecord key : keys) {
            Instant at = used.get(key.id());
            if (key.member() != null && at != null) {
                active.merge(key.member(), at, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return active;
    }

    private static Team.Invitee invitee(JsonFields body) {
        body.only(Set.of("email", "role", "name"));
        String email = Email.checked(required(body, "email"));
        return new Team.Invitee(
                email,
                body.text("name")
                        .map(name -> Names.checked("name", name))
                        .orElse(Email.localPart(email)),
                role(body));
    }

    private static Role role(JsonFields body) {
        return Role.parse(required(body, "role"))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "role must be one of owner, admin, developer, viewer"));
    }

    private static String required(JsonFields body, String name) {
        return body.text(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is required"));
    }

    record Members(List<MemberAnswer> members) {}
}
