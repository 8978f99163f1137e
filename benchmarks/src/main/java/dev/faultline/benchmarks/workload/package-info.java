/** Seeded, realistic error events: the same seed gives the same events. */
@NullMarked
package dev.faultline.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
