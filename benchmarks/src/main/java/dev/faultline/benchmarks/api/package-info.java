/** A client of a running instance: the few calls the tools make. */
@NullMarked
package dev.faultline.benchmarks.api;

import org.jspecify.annotations.NullMarked;
