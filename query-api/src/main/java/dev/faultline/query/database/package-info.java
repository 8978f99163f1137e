/// The database that this stage owns, and its pools.
@NullMarked
package dev.faultline.query.database;

import org.jspecify.annotations.NullMarked;
