/// All stages in one JVM, on embedded servers where none are given.
@NullMarked
package dev.faultline.standalone;

import org.jspecify.annotations.NullMarked;
