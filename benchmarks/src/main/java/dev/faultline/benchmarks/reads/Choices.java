package dev.faultline.benchmarks.reads;

import java.util.List;
import java.util.random.RandomGenerator;

/** What the parameters of a request may be. */
final class Choices {

    /** People page to here, seldom further. */
    private static final int DEEPEST_OFFSET = 1_000;

    private static final List<String> LEVELS = List.of("error", "warning", "info", "debug");
    private static final List<String> PERIODS =
            List.of(
                    "period=day&group_by=hour",
                    "period=week&group_by=day",
                    "period=week&group_by=hour",
                    "period=month&group_by=day",
                    "period=month&group_by=week");
    private static final List<String> LONG_BUCKETS = List.of("day", "week", "month");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata");
    private static final List<String> TIMEFRAMES = List.of("1h", "6h", "24h", "7d", "30d");

    private Choices() {}

    static String level(RandomGenerator random) {
        return pick(LEVELS, random);
    }

    static String page(RandomGenerator random) {
        return "limit=%d&offset=%d"
                .formatted(random.nextBoolean() ? 50 : 20, random.nextInt(DEEPEST_OFFSET));
    }

    static String trends(RandomGenerator random) {
        return "%s&tz=%s".formatted(pick(PERIODS, random), pick(ZONES, random));
    }

    static String trendsOfAYear(RandomGenerator random) {
        return "period=year&group_by=%s&tz=%s"
                .formatted(pick(LONG_BUCKETS, random), pick(ZONES, random));
    }

    static String timeframe(RandomGenerator random) {
        return pick(TIMEFRAMES, random);
    }

    static <T> T pick(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
