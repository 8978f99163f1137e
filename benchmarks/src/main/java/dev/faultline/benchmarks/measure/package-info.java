/** What every measurement needs: a plan of calls, and durations as percentiles. */
@NullMarked
package dev.faultline.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
