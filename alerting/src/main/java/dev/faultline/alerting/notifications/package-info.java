/// What was announced to whom, and what became of it: an outbox in the database, sent with leases,
/// retries, budgets and digests. `docs/notifications.md` says what a receiver has to expect.
@NullMarked
package dev.faultline.alerting.notifications;

import org.jspecify.annotations.NullMarked;
