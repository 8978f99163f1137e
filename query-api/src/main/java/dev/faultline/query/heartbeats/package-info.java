/// Hears the heartbeats of all processes, and keeps what they tell: who is there now, and what each
/// used minute by minute.
@NullMarked
package dev.faultline.query.heartbeats;

import org.jspecify.annotations.NullMarked;
