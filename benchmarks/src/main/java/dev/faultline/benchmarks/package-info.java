/** The tools beside Faultline: load a file into a running instance, measure an instance. */
@NullMarked
package dev.faultline.benchmarks;

import org.jspecify.annotations.NullMarked;
