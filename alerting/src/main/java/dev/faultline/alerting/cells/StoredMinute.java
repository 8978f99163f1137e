package dev.faultline.alerting.cells;

/// A minute's counts as they are stored.
///
/// @param revision grows with every write; 0: it is not stored yet
record StoredMinute(CellMinute minute, boolean fine, long revision, MinuteCells cells) {}
