/// How a stage that owns tables is told where its database is.
@NullMarked
package dev.faultline.database;

import org.jspecify.annotations.NullMarked;
