package dev.faultline.alerting.incidents;

import dev.faultline.alert.evaluation.Transition.Reason;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alerting.incidents.IncidentRepository.Books;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Does within a transaction what follows from new transitions.
final class TransitionTaker {

    private final Books books;
    private final FlapDamping damping;
    private final QuietCheck quiet;
    private final Instant now;

    TransitionTaker(Books books, FlapDamping damping, Instant now) {
        this.books = books;
        this.damping = damping;
        this.quiet = new QuietCheck(damping);
        this.now = now;
    }

    /// @param transition which was not taken before
    List<Step> take(AlertTransition transition) {
        return switch (transition.kind()) {
            case FIRED -> List.of(fired(transition));
            case SETTLED ->
                    holdFiring(transition).map(each -> settled(each, transition)).stream().toList();
            case RESOLVED -> resolved(transition);
        };
    }

    private Step fired(AlertTransition fired) {
        keepFlapping(fired);
        Incident incident = Lifecycle.incident(fired, now);
        return books.incidents()
                .open(Lifecycle.fired(incident, quiet.of(books, incident, now), now));
    }

    private Step settled(Incident incident, AlertTransition settled) {
        return books.incidents()
                .save(Lifecycle.settled(incident, settled, quiet.of(books, incident, now), now));
    }

    /// An end whose beginning is unknown ends nothing.
    private List<Step> resolved(AlertTransition resolved) {
        boolean flaps = !keepFlapping(resolved) && beginsToFlap(resolved);
        Optional<Incident> held = holdFiring(resolved);
        if (held.isEmpty()) {
            return List.of();
        }
        Quiet state = quiet.of(books, held.get(), now);
        List<Step> steps = new ArrayList<>(2);
        Step ended = books.incidents().save(Lifecycle.ended(held.get(), resolved, state, now));
        steps.add(ended);
        if (flaps) {
            steps.add(
                    books.incidents()
                            .save(
                                    Lifecycle.flapping(
                                            ended.incident(), damping.sentence(), state, now)));
        }
        return steps;
    }

    private Optional<Incident> holdFiring(AlertTransition of) {
        return books.incidents().holdFiring(of.rule().id(), of.key(), of.start());
    }

    /// @return whether the alert flaps already
    private boolean keepFlapping(AlertTransition transition) {
        UUID rule = transition.rule().id();
        Optional<Flap> goesOn =
                books.transitions()
                        .flap(rule, transition.key())
                        .flatMap(flap -> damping.goesOn(flap, now));
        goesOn.ifPresent(flap -> books.transitions().save(rule, transition.key(), flap));
        return goesOn.isPresent();
    }

    private boolean beginsToFlap(AlertTransition resolved) {
        if (!Reason.RECOVERED.text().equals(resolved.reason())) {
            return false;
        }
        UUID rule = resolved.rule().id();
        Optional<Flap> begins =
                damping.begins(
                        books.transitions().flap(rule, resolved.key()).orElse(null),
                        books.transitions()
                                .recoveries(
                                        rule, resolved.key(), damping.windowStart(resolved.at())),
                        resolved.at(),
                        now);
        begins.ifPresent(flap -> books.transitions().save(rule, resolved.key(), flap));
        return begins.isPresent();
    }
}
