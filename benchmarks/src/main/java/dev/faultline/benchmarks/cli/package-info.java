/**
 * What both commands share: the terminal, options, and failures that end a command with one
 * sentence.
 */
@NullMarked
package dev.faultline.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
