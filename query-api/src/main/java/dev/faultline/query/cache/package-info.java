/// Answers kept in Redis. Without Redis everything is slower, and nothing is wrong.
@NullMarked
package dev.faultline.query.cache;

import org.jspecify.annotations.NullMarked;
