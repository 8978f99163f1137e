@NullMarked
package dev.faultline.embedded;

import org.jspecify.annotations.NullMarked;
