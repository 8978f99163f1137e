/// What the evaluation of alert rules reads and writes in its topics.
@NullMarked
package dev.faultline.alert.message;

import org.jspecify.annotations.NullMarked;
