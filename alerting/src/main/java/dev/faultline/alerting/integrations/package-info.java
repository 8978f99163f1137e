/// The integrations of a project: which ways of telling people it has, how they are configured, and
/// whether they work.
@NullMarked
package dev.faultline.alerting.integrations;

import org.jspecify.annotations.NullMarked;
