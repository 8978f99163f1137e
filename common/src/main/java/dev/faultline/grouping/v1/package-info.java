/// The first version of the grouping, as it was: the groups it made are found by it. Frozen;
/// nothing here may change an answer.
@NullMarked
package dev.faultline.grouping.v1;

import org.jspecify.annotations.NullMarked;
