/// How long what is known of errors is kept.
@NullMarked
package dev.faultline.retention;

import org.jspecify.annotations.NullMarked;
