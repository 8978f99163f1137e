/// Tells people and programs: what is told, to whom, and how it ended. One sender for each channel.
@NullMarked
package dev.faultline.alerting.delivery;

import org.jspecify.annotations.NullMarked;
