/// Work that is done from time to time, beside requests and what follows topics.
@NullMarked
package dev.faultline.background;

import org.jspecify.annotations.NullMarked;
