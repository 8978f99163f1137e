/** The command <code>bench</code>: drives an instance and measures it from end to end. */
@NullMarked
package dev.faultline.benchmarks.bench;

import org.jspecify.annotations.NullMarked;
