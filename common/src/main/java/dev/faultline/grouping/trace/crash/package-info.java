/// Reports of native crashes: what sanitizers, debuggers, kernels, operating systems and crash
/// handlers print, read into a kind of crash and the frames of the stack that failed.
@NullMarked
package dev.faultline.grouping.trace.crash;

import org.jspecify.annotations.NullMarked;
