package dev.faultline.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/// A window for each key that was seen lately. Bounded: the one that was used least recently is
/// forgotten first. Thread-safe; each use holds the one lock for some ten nanoseconds.
final class Windows<K> {

    private final Map<K, SlidingWindow> byKey;

    Windows(int max) {
        // Grows to the bound, and is not as large before.
        byKey =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, SlidingWindow> eldest) {
                        return size() > max;
                    }
                };
    }

    synchronized SlidingWindow.Fit take(K key, long second, int limit, int asked) {
        return window(key, second).take(second, limit, asked);
    }

    synchronized void add(K key, long now, long second, long amount) {
        window(key, now).add(now, second, amount);
    }

    private SlidingWindow window(K key, long second) {
        return byKey.computeIfAbsent(key, _ -> new SlidingWindow(second));
    }
}
