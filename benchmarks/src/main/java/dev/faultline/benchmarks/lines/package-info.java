/** Files of one JSON object a line. */
@NullMarked
package dev.faultline.benchmarks.lines;

import org.jspecify.annotations.NullMarked;
