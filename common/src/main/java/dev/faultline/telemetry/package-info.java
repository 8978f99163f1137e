/// How a process measures itself and tells the others.
@NullMarked
package dev.faultline.telemetry;

import org.jspecify.annotations.NullMarked;
