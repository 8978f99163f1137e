/** Makes a database as it is after a year, to measure reading with. */
@NullMarked
package dev.faultline.benchmarks.fill;

import org.jspecify.annotations.NullMarked;
