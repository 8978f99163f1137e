/// How far the log has been worked off, and waiting until what was in it at some moment can be
/// read.
@NullMarked
package dev.faultline.query.progress;

import org.jspecify.annotations.NullMarked;
