/// Removes what is kept for long enough: occurrences, and groups that nobody has seen for long.
@NullMarked
package dev.faultline.query.retention;

import org.jspecify.annotations.NullMarked;
