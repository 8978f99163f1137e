/**
 * The command <code>send</code>: loads an NDJSON file, so that a retry never counts an event twice.
 */
@NullMarked
package dev.faultline.benchmarks.send;

import org.jspecify.annotations.NullMarked;
