/// What every HTTP surface shares: envelope, errors, authentication, CORS, health.
@NullMarked
package dev.faultline.web;

import org.jspecify.annotations.NullMarked;
