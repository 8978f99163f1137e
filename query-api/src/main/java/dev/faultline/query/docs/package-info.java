/// The API's documentation, as this process serves it: the OpenAPI document, and pages to read it.
@NullMarked
package dev.faultline.query.docs;

import org.jspecify.annotations.NullMarked;
