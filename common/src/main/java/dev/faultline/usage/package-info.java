/// What API keys use, as the stages tell each other.
@NullMarked
package dev.faultline.usage;

import org.jspecify.annotations.NullMarked;
