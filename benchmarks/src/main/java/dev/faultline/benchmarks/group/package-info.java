/** <code>./faultline group</code>: what a file of events is grouped by. */
@NullMarked
package dev.faultline.benchmarks.group;

import org.jspecify.annotations.NullMarked;
