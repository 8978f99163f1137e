/// Alert rules: their REST API, and how they get into their topic.
@NullMarked
package dev.faultline.alerting.rules;

import org.jspecify.annotations.NullMarked;
