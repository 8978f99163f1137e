/**
 * Kafka, PostgreSQL and Redis inside or beside this JVM, each behind one small class, for the
 * standalone mode and for tests.
 *
 * <p>Everything listens on the loopback interface only and keeps its data in a directory that
 * survives restarts and {@code kill -9}. What a killed run left behind is recognised and ended at
 * the next start.
 */
@NullMarked
package dev.faultline.embedded;

import org.jspecify.annotations.NullMarked;
