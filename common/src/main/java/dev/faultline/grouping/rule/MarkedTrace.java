package dev.faultline.grouping.rule;

import dev.faultline.grouping.trace.StackTrace;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// A trace whose frames a project's rules have marked.
///
/// @param rules the ids of those that decided about a frame
public record MarkedTrace(StackTrace trace, Set<String> rules) {

    public MarkedTrace {
        rules = Collections.unmodifiableSet(new LinkedHashSet<>(rules));
    }
}
