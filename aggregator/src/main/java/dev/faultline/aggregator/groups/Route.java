package dev.faultline.aggregator.groups;

import dev.faultline.group.Alias;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupId;
import dev.faultline.group.Routing;
import dev.faultline.group.Routing.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Finds the group of a fact. Pure.
///
/// The new fingerprint leads, and the group of the former one is asked once: a fact whose group is
/// not known yet goes to the group that it would have had before. If that exists, the fact is
/// counted there, and so is whatever else has the new fingerprint: the new id becomes an alias. If
/// not, the fact returns and begins a group of its own. Each question is answered by the partition
/// that keeps the group in question, so nobody decides on what may have changed meanwhile.
final class Route {

    private Route() {}

    /// @param here the group that the fact has arrived at
    /// @param movedTo the group that this one has moved to; null if it has not
    /// @param known whether this group has been counted in
    static List<Leg> of(GroupId here, Fact fact, @Nullable GroupId movedTo, BooleanSupplier known) {
        GroupId home = fact.groupId();
        return here.equals(home)
                ? atHome(home, fact, movedTo, known)
                : elsewhere(here, home, fact, movedTo, known);
    }

    private static List<Leg> atHome(
            GroupId home, Fact fact, @Nullable GroupId movedTo, BooleanSupplier known) {
        Routing routing = fact.routing();
        if (routing.step() == Step.SETTLED) {
            return count(home, fact);
        }
        if (movedTo != null) {
            return send(movedTo, fact, Step.MOVED);
        }
        if (routing.former() != null && !known.getAsBoolean()) {
            return send(GroupId.of(fact.project(), routing.former()), fact, Step.ASKING);
        }
        return count(home, fact);
    }

    private static List<Leg> elsewhere(
            GroupId here,
            GroupId home,
            Fact fact,
            @Nullable GroupId movedTo,
            BooleanSupplier known) {
        if (movedTo != null) {
            return send(movedTo, fact, fact.routing().step());
        }
        return known.getAsBoolean() ? count(here, fact) : send(home, fact, Step.SETTLED);
    }

    private static List<Leg> send(GroupId to, Fact fact, Step step) {
        return List.of(new Leg.Send(to, fact.routed(fact.routing().at(step))));
    }

    private static List<Leg> count(GroupId here, Fact fact) {
        List<Leg> legs = new ArrayList<>(2);
        legs.add(new Leg.Count(fact));
        if (fact.routing().step() == Step.ASKING) {
            legs.add(announce(fact, fact.groupId(), here, Alias.Kind.MOVED));
        }
        GroupId answered = fact.routing().answered();
        if (answered != null && !answered.equals(here) && !answered.equals(fact.groupId())) {
            legs.add(announce(fact, answered, here, Alias.Kind.ANSWERED));
        }
        return legs;
    }

    private static Leg announce(Fact fact, GroupId id, GroupId canonical, Alias.Kind kind) {
        return new Leg.Announce(new Alias(fact.project(), id, canonical, kind));
    }
}
