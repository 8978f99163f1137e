/// The language of alert rules: text in, a checked tree out, and back. Pure.
@NullMarked
package dev.faultline.alert.condition;

import org.jspecify.annotations.NullMarked;
