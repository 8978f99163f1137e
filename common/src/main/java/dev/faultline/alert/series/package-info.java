/// Tests of alert rules against series of counts that people write down. Pure.
@NullMarked
package dev.faultline.alert.series;

import org.jspecify.annotations.NullMarked;
