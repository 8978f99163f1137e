/// The REST API of errors: list, detail, resolve, delete.
@NullMarked
package dev.faultline.query.errors;

import org.jspecify.annotations.NullMarked;
