/// What every process of an installation says about itself, again and again.
@NullMarked
package dev.faultline.heartbeat;

import org.jspecify.annotations.NullMarked;
