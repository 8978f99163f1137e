/// Counts of events over time: what the aggregator publishes and the query API draws.
@NullMarked
package dev.faultline.count;

import org.jspecify.annotations.NullMarked;
