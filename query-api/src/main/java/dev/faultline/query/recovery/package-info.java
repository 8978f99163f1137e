/// Payloads that the projector missed, fetched from the log.
@NullMarked
package dev.faultline.query.recovery;

import org.jspecify.annotations.NullMarked;
