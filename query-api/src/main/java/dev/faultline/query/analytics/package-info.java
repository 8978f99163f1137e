/// What happened over time: statistics and trends.
@NullMarked
package dev.faultline.query.analytics;

import org.jspecify.annotations.NullMarked;
