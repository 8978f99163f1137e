/// Silences: what people want to hear nothing of for a while. They mute notices, never alerts.
@NullMarked
package dev.faultline.alerting.silences;

import org.jspecify.annotations.NullMarked;
