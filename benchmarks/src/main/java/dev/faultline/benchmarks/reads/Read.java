package dev.faultline.benchmarks.reads;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What people and dashboards ask for, each with its share of the requests in percent. */
enum Read {
    LIST(30),
    LIST_BY_LEVEL(10),
    LIST_BY_SOURCE(10),
    ERROR(20),
    STATISTICS(10),
    TRENDS(12),
    TRENDS_YEAR(2),
    SERVICES(2),
    METRICS(2),
    UPTIME(1),
    PERFORMANCE(1);

    private final int percent;

    Read(int percent) {
        this.percent = percent;
    }

    /** One kind, each as often as its share says. */
    static Read next(RandomGenerator random) {
        int point = random.nextInt(100);
        for (Read read : values()) {
            point -= read.percent;
            if (point < 0) {
                return read;
            }
        }
        throw new IllegalStateException("The shares add up to 100 percent");
    }

    /** Always the same question, the most usual one of this kind. */
    String fixed(Known known) {
        return switch (this) {
            case LIST -> "/api/errors";
            case LIST_BY_LEVEL -> "/api/errors?limit=20&level=error";
            case LIST_BY_SOURCE -> "/api/errors?limit=20&source=" + known.sources().getFirst();
            case ERROR -> "/api/errors/" + known.ids().getFirst();
            case STATISTICS -> "/api/stats";
            case TRENDS -> "/api/analytics/trends";
            case TRENDS_YEAR -> "/api/analytics/trends?period=year&group_by=month";
            case SERVICES -> "/api/monitoring/services";
            case METRICS -> "/api/monitoring/metrics";
            case UPTIME -> "/api/monitoring/uptime";
            case PERFORMANCE -> "/api/analytics/performance";
        };
    }

    /** One of many questions of this kind; where there is only one, that one. */
    String varied(Known known, RandomGenerator random) {
        return switch (this) {
            case LIST -> "/api/errors?" + Choices.page(random);
            case LIST_BY_LEVEL ->
                    "/api/errors?level=%s&%s"
                            .formatted(Choices.level(random), Choices.page(random));
            case LIST_BY_SOURCE ->
                    "/api/errors?source=%s&%s"
                            .formatted(Choices.pick(known.sources(), random), Choices.page(random));
            case ERROR -> "/api/errors/" + Choices.pick(known.ids(), random);
            case TRENDS -> "/api/analytics/trends?" + Choices.trends(random);
            case TRENDS_YEAR -> "/api/analytics/trends?" + Choices.trendsOfAYear(random);
            case METRICS -> "/api/monitoring/metrics?timeframe=" + Choices.timeframe(random);
            case STATISTICS, SERVICES, UPTIME, PERFORMANCE -> fixed(known);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * What the instance has to ask for.
     *
     * @param ids of errors, at least one
     * @param sources of errors, at least one, as they stand in a URL
     */
    record Known(List<String> ids, List<String> sources) {

        Known {
            ids = List.copyOf(ids);
            sources = List.copyOf(sources);
        }
    }
}
