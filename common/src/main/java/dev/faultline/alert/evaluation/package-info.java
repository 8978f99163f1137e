/// When alert rules fire and resolve: a pure, deterministic function of counts, ticks and rules in
/// the order in which they come. `docs/alerting-semantics.md` defines what it decides.
@NullMarked
package dev.faultline.alert.evaluation;

import org.jspecify.annotations.NullMarked;
