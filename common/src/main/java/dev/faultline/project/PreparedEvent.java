package dev.faultline.project;

import dev.faultline.event.ErrorEvent;
import dev.faultline.grouping.Fingerprint;

/// An event that may be written down, and what it is grouped by.
///
/// @param event scrubbed
/// @param fingerprint of the scrubbed event, by the project's rules
/// @param revision of the project's settings that both were done by
public record PreparedEvent(ErrorEvent event, Fingerprint fingerprint, long revision) {}
