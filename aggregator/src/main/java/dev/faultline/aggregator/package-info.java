/// The aggregator: raw events in, groups with exact counts out.
@NullMarked
package dev.faultline.aggregator;

import org.jspecify.annotations.NullMarked;
