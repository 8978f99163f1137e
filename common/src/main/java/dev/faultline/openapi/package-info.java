/// The contract of the REST API as an OpenAPI document.
@NullMarked
package dev.faultline.openapi;

import org.jspecify.annotations.NullMarked;
