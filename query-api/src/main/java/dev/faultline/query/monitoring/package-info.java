/// Watches over the installation: checks its servers and stages, remembers when they were away, and
/// answers for health, use, uptime and performance. What each figure means stands in
/// `docs/monitoring.md`.
@NullMarked
package dev.faultline.query.monitoring;

import org.jspecify.annotations.NullMarked;
