/// Who changed what: every change to settings, and what was refused.
@NullMarked
package dev.faultline.audit;

import org.jspecify.annotations.NullMarked;
