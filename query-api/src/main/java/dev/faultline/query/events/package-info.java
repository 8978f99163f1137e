/// What became of a single event, by its id or receipt.
@NullMarked
package dev.faultline.query.events;

import org.jspecify.annotations.NullMarked;
