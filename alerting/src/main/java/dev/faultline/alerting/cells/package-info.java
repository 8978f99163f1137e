/// The past that alert rules are tried on: what was counted, second by second for a day and minute
/// by minute for a month.
@NullMarked
package dev.faultline.alerting.cells;

import org.jspecify.annotations.NullMarked;
