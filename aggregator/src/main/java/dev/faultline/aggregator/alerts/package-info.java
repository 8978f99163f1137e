/// Stage 3, by project: alert rules are evaluated by cells and by the time that is told.
@NullMarked
package dev.faultline.aggregator.alerts;

import org.jspecify.annotations.NullMarked;
