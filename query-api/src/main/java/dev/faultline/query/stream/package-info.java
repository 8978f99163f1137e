/// The live feed of errors, by server-sent events.
@NullMarked
package dev.faultline.query.stream;

import org.jspecify.annotations.NullMarked;
