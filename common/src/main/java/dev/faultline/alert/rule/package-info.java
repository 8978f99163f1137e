/// Alert rules, as they stand in their topic: written by alerting, evaluated by the aggregator.
@NullMarked
package dev.faultline.alert.rule;

import org.jspecify.annotations.NullMarked;
