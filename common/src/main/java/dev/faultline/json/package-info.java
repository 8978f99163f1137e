/// The one JSON mapper of the REST API and the public topics.
@NullMarked
package dev.faultline.json;

import org.jspecify.annotations.NullMarked;
