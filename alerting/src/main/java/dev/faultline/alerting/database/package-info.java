/// The database that this stage owns.
@NullMarked
package dev.faultline.alerting.database;

import org.jspecify.annotations.NullMarked;
