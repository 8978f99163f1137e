/// API keys: making, listing and withdrawing them.
@NullMarked
package dev.faultline.query.access;

import org.jspecify.annotations.NullMarked;
