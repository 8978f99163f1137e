/// What a service reports: one error event, its identity, and how its JSON is read.
@NullMarked
package dev.faultline.event;

import org.jspecify.annotations.NullMarked;
