/// How lines of the log are written.
@NullMarked
package dev.faultline.log;

import org.jspecify.annotations.NullMarked;
