/** Measures what reading costs. */
@NullMarked
package dev.faultline.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
