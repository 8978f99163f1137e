@NullMarked
package dev.faultline.test;

import org.jspecify.annotations.NullMarked;
