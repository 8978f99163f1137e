/// Rules by which a project decides what its events are grouped by, and which frames are its own.
@NullMarked
package dev.faultline.grouping.rule;

import org.jspecify.annotations.NullMarked;
