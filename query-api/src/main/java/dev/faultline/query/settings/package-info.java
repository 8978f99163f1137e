/// What a project sets: by which rules its events are grouped, and what is removed from them.
@NullMarked
package dev.faultline.query.settings;

import org.jspecify.annotations.NullMarked;
