/**
 * What the tests of all modules share: one Kafka, PostgreSQL and Redis per test JVM, and child
 * JVMs.
 *
 * <p>The servers start when first asked for and end with the JVM. By default they are those of
 * module {@code embedded}; {@code -Dfaultline.test.infra=containers} takes Testcontainers, and
 * {@code -Dfaultline.test.kafka=host:port}, {@code -Dfaultline.test.postgres=postgres://...} and
 * {@code -Dfaultline.test.redis=redis://...} take running ones. A server that cannot be had fails
 * the test; nothing is skipped.
 */
@NullMarked
package dev.faultline.test;

import org.jspecify.annotations.NullMarked;
