package dev.faultline.query.errors;

import dev.faultline.group.ErrorObject;
import java.util.List;

/// One page of a project's errors.
///
/// @param total of all pages, exact
/// @param page from 1
record ErrorPage(List<ErrorObject> errors, long total, long page, int limit) {

    ErrorPage {
        errors = List.copyOf(errors);
    }
}
