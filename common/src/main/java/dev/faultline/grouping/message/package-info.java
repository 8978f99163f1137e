/// What a message says apart from its values.
@NullMarked
package dev.faultline.grouping.message;

import org.jspecify.annotations.NullMarked;
