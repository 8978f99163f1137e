package dev.faultline.query.team;

import dev.faultline.access.MemberRecord;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.query.access.Names;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/team/accept`: the one route under `/api` that takes no key, since who is invited has
/// none yet. The token from the link stands for it.
@RestController
class InvitationController {

    private final Team team;
    private final AuditTrail audit;
    private final InstantSource clock;

    InvitationController(Team team, AuditTrail audit, InstantSource clock) {
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping(path = "/api/team/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<MemberAnswer.Joined> accept(HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Acceptance acceptance = SettingsBody.checked(() -> read(body));
        Team.Joined joined = team.accept(acceptance.token(), acceptance.name().orElse(null));
        MemberRecord member = joined.member();
        Actor actor =
                new Actor(
                        member.project(),
                        null,
                        member.name(),
                        member.id(),
                        member.role(),
                        request.getRemoteAddr());
        audit.changed(actor, "team.accept", member.id(), null, member);
        return Envelope.of(
                new MemberAnswer.Joined(
                        MemberAnswer.of(member, null, clock.instant()),
                        member.project().value(),
                        joined.key().secret()));
    }

    private static Acceptance read(JsonFields body) {
        body.only(Set.of("token", "name"));
        return new Acceptance(
                body.text("token")
                        .orElseThrow(() -> new IllegalArgumentException("token is required")),
                body.text("name").map(name -> Names.checked("name", name)));
    }

    private record Acceptance(String token, Optional<String> name) {}
}
