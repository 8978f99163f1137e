/** The generator of jOOQ classes, run by the build of each module that owns tables. */
@NullMarked
package dev.faultline.embedded.codegen;

import org.jspecify.annotations.NullMarked;
