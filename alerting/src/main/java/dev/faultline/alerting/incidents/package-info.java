/// Incidents: what alerts and people report, its timeline, and what is told of it.
@NullMarked
package dev.faultline.alerting.incidents;

import org.jspecify.annotations.NullMarked;
