package dev.faultline.query.monitoring;

/// One figure for how well the API served: 10, less
/// - up to 3 for slowness, in a straight line from a mean of 100 ms to one of 1 s;
/// - up to 4 for errors, in a straight line from none to 5 % of the requests;
/// - up to 3 for downtime, in a straight line from 100 % availability to 95 %.
final class PerformanceScore {

    private PerformanceScore() {}

    static double of(double meanMillis, double errorPercent, double availabilityPercent) {
        return 10
                - 3 * share(meanMillis, 100, 1_000)
                - 4 * share(errorPercent, 0, 5)
                - 3 * share(100 - availabilityPercent, 0, 5);
    }

    private static double share(double value, double none, double all) {
        return Math.clamp((value - none) / (all - none), 0, 1);
    }
}
