package dev.faultline.aggregator.groups;

import dev.faultline.group.Alias;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupId;

/// One thing to do with a fact that has arrived at a group.
sealed interface Leg {

    /// It belongs here.
    record Count(Fact fact) implements Leg {}

    /// It goes on to another group.
    record Send(GroupId to, Fact fact) implements Leg {}

    /// An id leads to the group that the fact was counted in.
    record Announce(Alias alias) implements Leg {}
}
