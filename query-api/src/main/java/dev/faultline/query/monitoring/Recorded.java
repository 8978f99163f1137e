package dev.faultline.query.monitoring;

import java.time.Instant;
import java.util.List;

/// What was recorded of outages.
///
/// @param beganAt when recording began
/// @param outages those that touch the last 30 days, and the newest of each service
record Recorded(Instant beganAt, List<Outage> outages) {

    Recorded {
        outages = List.copyOf(outages);
    }

    List<Outage> of(String service) {
        return outages.stream().filter(outage -> outage.service().equals(service)).toList();
    }
}
