/// The REST API of the kept payloads of errors.
@NullMarked
package dev.faultline.query.occurrences;

import org.jspecify.annotations.NullMarked;
