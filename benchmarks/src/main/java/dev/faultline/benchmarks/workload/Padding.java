package dev.faultline.benchmarks.workload;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The context of an event: breadcrumbs and a note that bring the body to its size exactly. */
final class Padding {

    private static final int DISTINCT_CRUMBS = 256;
    private static final String START = ",\"context\":{\"request_id\":\"";
    private static final String CRUMBS = "\",\"breadcrumbs\":[";
    private static final String NOTE = "],\"note\":\"";
    private static final String END = "\"}}";

    private final String[] crumbs = new String[DISTINCT_CRUMBS];
    private final String filler;

    Padding(long seed) {
        var random = new SplittableRandom(seed);
        var words = new StringBuilder();
        for (int i = 0; i < DISTINCT_CRUMBS; i++) {
            words.append(Words.next(random)).append(' ');
            crumbs[i] =
                    "{\"type\":\"http\",\"message\":\"GET /api/%s/%d\",\"status\":%d,\"millis\":%d}"
                            .formatted(
                                    Words.next(random),
                                    random.nextInt(100_000),
                                    200 + random.nextInt(304),
                                    random.nextInt(2_000));
        }
        this.filler = words.toString();
    }

    /** Ends a body: what is there is never cut, so a small size may be passed a little. */
    void appendTo(StringBuilder body, int size, String requestId, RandomGenerator random) {
        body.append(START).append(requestId).append(CRUMBS);
        int room = size - NOTE.length() - END.length();
        boolean first = true;
        String crumb = crumbs[random.nextInt(DISTINCT_CRUMBS)];
        while (body.length() + crumb.length() + 1 <= room) {
            body.append(first ? "" : ",").append(crumb);
            first = false;
            crumb = crumbs[random.nextInt(DISTINCT_CRUMBS)];
        }
        body.append(NOTE);
        body.append(filler, 0, Math.max(0, size - END.length() - body.length()));
        body.append(END);
    }
}
