/// Work that is done from time to time, beside requests and the projection.
@NullMarked
package dev.faultline.query.background;

import org.jspecify.annotations.NullMarked;
