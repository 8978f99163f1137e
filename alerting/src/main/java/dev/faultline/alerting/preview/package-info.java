/// Alert rules on the past: what one would have done, and why one does what it does.
@NullMarked
package dev.faultline.alerting.preview;

import org.jspecify.annotations.NullMarked;
