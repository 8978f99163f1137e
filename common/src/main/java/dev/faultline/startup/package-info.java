/// How a stage starts, and how it says in one sentence why it can't.
@NullMarked
package dev.faultline.startup;

import org.jspecify.annotations.NullMarked;
