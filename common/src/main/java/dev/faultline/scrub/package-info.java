/// Takes secrets and personal data out of an event before anything stores it: a pure, linear-time
/// function of one event and the project's settings.
///
/// [Scrubber] is the entry. A text goes through one small scanner per family of rules; each looks
/// for an anchor (`=`, `@`, `://`, `eyJ`, ...), reads around it within bounds, and reports what it
/// found as a span. The spans are replaced by fixed markers at the end, all at once.
@NullMarked
package dev.faultline.scrub;

import org.jspecify.annotations.NullMarked;
