/** Measures how soon people hear of what happened. */
@NullMarked
package dev.faultline.benchmarks.alerts;

import org.jspecify.annotations.NullMarked;
