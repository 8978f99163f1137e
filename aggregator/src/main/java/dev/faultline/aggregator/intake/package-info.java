/// Stage 1, keyed by event: raw records are read, deduplicated, fingerprinted and turned into
/// facts.
@NullMarked
package dev.faultline.aggregator.intake;

import org.jspecify.annotations.NullMarked;
