package dev.faultline.ingest;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the gateway takes events.
///
/// @param queryApiUrl where the query API answers (`QUERY_API_URL`), asked for requests with
///   `Prefer: wait=SECONDS`
/// @param deliveryTimeout how long Kafka may take to acknowledge an event before the caller gets a
///   503, 1 s to 60 s
/// @param maxInFlight events handed to Kafka and not yet acknowledged, 1 to 1,000,000; over it
///   callers get a 503
/// @param bodyMemory what the bodies in work may take together, at least 48 MB: the largest
///   compressed batch; over it callers get a 503
@ConfigurationProperties("faultline.ingest")
record IngestSettings(
        URI queryApiUrl,
        @DefaultValue("10s") Duration deliveryTimeout,
        @DefaultValue("10000") int maxInFlight,
        @DefaultValue("64MB") DataSize bodyMemory) {
    private static final DataSize LEAST_BODY_MEMORY = DataSize.ofMegabytes(48);
    private static final DataSize MOST_BODY_MEMORY = DataSize.ofGigabytes(1);

    IngestSettings {
        String scheme = queryApiUrl.getScheme();
        if (queryApiUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "QUERY_API_URL must be a URL like http://localhost:8080");
        }
        if (deliveryTimeout.toSeconds() < 1 || deliveryTimeout.toSeconds() > 60) {
            throw new IllegalArgumentException(
                    "FAULTLINE_INGEST_DELIVERY_TIMEOUT must be 1s to 60s");
        }
        if (maxInFlight < 1 || maxInFlight > 1_000_000) {
            throw new IllegalArgumentException(
                    "FAULTLINE_INGEST_MAX_IN_FLIGHT must be 1 to 1000000");
        }
        if (bodyMemory.compareTo(LEAST_BODY_MEMORY) < 0
                || bodyMemory.compareTo(MOST_BODY_MEMORY) > 0) {
            throw new IllegalArgumentException(
                    "FAULTLINE_INGEST_BODY_MEMORY must be 48MB to 1024MB");
        }
    }
}
