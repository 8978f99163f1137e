/// Why an error's events are one group.
@NullMarked
package dev.faultline.query.grouping;

import org.jspecify.annotations.NullMarked;
