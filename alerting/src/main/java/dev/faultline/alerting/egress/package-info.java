/// Where this stage may connect to on behalf of users: the guard against server-side request
/// forgery.
@NullMarked
package dev.faultline.alerting.egress;

import org.jspecify.annotations.NullMarked;
