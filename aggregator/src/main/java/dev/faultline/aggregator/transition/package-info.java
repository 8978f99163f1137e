/// What happens when the grouping's version changes: for a time, groups made by the version before
/// are found by their old fingerprint.
@NullMarked
package dev.faultline.aggregator.transition;

import org.jspecify.annotations.NullMarked;
