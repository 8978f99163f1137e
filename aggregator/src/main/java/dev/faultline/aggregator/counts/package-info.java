/// Counts of every project over time, kept beside the groups, in the same tasks and transactions.
@NullMarked
package dev.faultline.aggregator.counts;

import org.jspecify.annotations.NullMarked;
