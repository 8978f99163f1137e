package dev.faultline.query.cache;

import java.util.Locale;

/// The kinds of answers that are kept for a while, each as long as [CacheSettings] says.
public enum CachedAnswer {
    ERROR_LIST,
    STATISTICS,
    TRENDS,
    SERVICE_HEALTH,
    SYSTEM_METRICS,
    PERFORMANCE,
    UPTIME;

    /// In metrics and keys.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
