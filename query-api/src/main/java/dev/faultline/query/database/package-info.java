/// The database that this stage owns: its pool, its migrations, and what happens when it is away.
@NullMarked
package dev.faultline.query.database;

import org.jspecify.annotations.NullMarked;
