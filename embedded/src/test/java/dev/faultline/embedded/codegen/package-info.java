@NullMarked
package dev.faultline.embedded.codegen;

import org.jspecify.annotations.NullMarked;
