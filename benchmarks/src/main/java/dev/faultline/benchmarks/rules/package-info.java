/** <code>./faultline rules</code>: alert rules against written series of counts. */
@NullMarked
package dev.faultline.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
