/** <code>./faultline micro</code>: what single hot loops cost, by JMH. */
@NullMarked
package dev.faultline.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
