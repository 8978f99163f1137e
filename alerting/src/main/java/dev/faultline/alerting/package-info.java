/// Alert rules, incidents and notifications. So far the stage alone: a process that answers for its
/// health.
@NullMarked
package dev.faultline.alerting;

import org.jspecify.annotations.NullMarked;
