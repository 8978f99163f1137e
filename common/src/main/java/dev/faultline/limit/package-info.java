/// Rate limits: how much of the API a key may use, counted in memory.
@NullMarked
package dev.faultline.limit;

import org.jspecify.annotations.NullMarked;
