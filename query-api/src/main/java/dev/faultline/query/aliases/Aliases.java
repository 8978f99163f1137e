package dev.faultline.query.aliases;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Leads from every id that was ever answered to the group that it means.
public final class Aliases {

    private final AliasRepository aliases;

    Aliases(AliasRepository aliases) {
        this.aliases = aliases;
    }

    /// What is found under the id itself, else under the one that it leads to.
    ///
    /// @param look finds something by a group's own id
    public <T> Optional<T> find(
            ProjectId project, GroupId id, Function<GroupId, Optional<T>> look) {
        return look.apply(id).or(() -> aliases.canonical(project, id).flatMap(look));
    }

    /// The ids that lead to a group, at most 100 of them.
    public List<GroupId> of(ProjectId project, GroupId canonical) {
        return aliases.of(project, canonical);
    }
}
