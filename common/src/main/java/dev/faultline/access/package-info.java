/// API keys: who may call, and for which project.
@NullMarked
package dev.faultline.access;

import org.jspecify.annotations.NullMarked;
