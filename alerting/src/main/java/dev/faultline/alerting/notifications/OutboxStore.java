package dev.faultline.alerting.notifications;

import org.jooq.DSLContext;

/// Where everything is announced that somebody is to be told. Thread-safe.
public interface OutboxStore {

    /// Adds one row for each target of the announcement. What was announced before, by its id, is
    /// not added again, so that whoever repeats a transaction announces once.
    ///
    /// @param transaction of the caller, who commits: nothing is sent before, and nothing at all
    ///   after a rollback
    void add(DSLContext transaction, Announcement announcement);
}
