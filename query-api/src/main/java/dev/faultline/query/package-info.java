/// The query API: one projection of the log into Postgres, and the REST API that reads it.
@NullMarked
package dev.faultline.query;

import org.jspecify.annotations.NullMarked;
