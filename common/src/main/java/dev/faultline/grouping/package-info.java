/// Which events belong together: a pure, versioned function of one event.
@NullMarked
package dev.faultline.grouping;

import org.jspecify.annotations.NullMarked;
