package dev.faultline.benchmarks.bench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The processes of an instance: the given ones and all their descendants, and every process whose
 * command line names the instance's data folder, with its descendants. The latter finds a
 * PostgreSQL that was started by pg_ctl and so is nobody's child.
 */
final class ProcessTree {

    private final Set<Long> roots;
    private final @Nullable Path data;
    private final Set<Long> ours;

    /**
     * @param roots ids of the instance's processes; none to measure nothing
     * @param data the instance's data folder, null if it is not known
     */
    ProcessTree(Set<Long> roots, @Nullable Path data) {
        this.roots = Set.copyOf(roots);
        this.data = data;
        // The benchmark and the shell that started it may name the folder as well.
        this.ours = lineage();
    }

    Usage usage() {
        if (roots.isEmpty()) {
            return Usage.NONE;
        }
        List<ProcessFiles> all = ProcessFiles.all().toList();
        Set<Long> members =
                all.stream()
                        .filter(this::isRoot)
                        .map(ProcessFiles::pid)
                        .collect(Collectors.toCollection(HashSet::new));
        Set<Long> added = members;
        while (!added.isEmpty()) {
            Set<Long> parents = added;
            added =
                    all.stream()
                            .filter(process -> parents.contains(process.parent()))
                            .map(ProcessFiles::pid)
                            .filter(pid -> !members.contains(pid))
                            .collect(Collectors.toSet());
            members.addAll(added);
        }
        return all.stream()
                .filter(process -> members.contains(process.pid()))
                .map(ProcessFiles::usage)
                .reduce(Usage.NONE, Usage::plus);
    }

    private boolean isRoot(ProcessFiles process) {
        return roots.contains(process.pid())
                || (data != null && !ours.contains(process.pid()) && process.mentions(data));
    }

    private static Set<Long> lineage() {
        var pids = new HashSet<Long>();
        Optional<ProcessHandle> process = Optional.of(ProcessHandle.current());
        while (process.isPresent()) {
            pids.add(process.get().pid());
            process = process.get().parent();
        }
        return pids;
    }
}
