package dev.faultline.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * An endless, reproducible stream of events. Not safe for use by several threads: give each its own
 * stream.
 */
public final class Workload {

    private final GroupCatalog catalog;
    private final GroupSampler groups;
    private final SizeSampler sizes;
    private final Padding padding;
    private final SplittableRandom random;
    private final SplittableRandom ids;

    /**
     * @param catalog the groups
     * @param stream number of the stream: streams of one run differ, and so do their event ids
     */
    public Workload(GroupCatalog catalog, int stream) {
        WorkloadSettings settings = catalog.settings();
        long seed = settings.seed() * 31 + stream;
        this.catalog = catalog;
        this.groups = new GroupSampler(catalog.size(), settings.hotShare());
        this.sizes = new SizeSampler(settings.fixedBytes());
        this.padding = new Padding(settings.seed());
        this.random = new SplittableRandom(seed);
        // Apart from the rest: ids must differ between two runs of one seed, or the second run
        // would be deduplicated away.
        long marker = UUID.nameUUIDFromBytes(bytes(settings.marker())).getMostSignificantBits();
        this.ids = new SplittableRandom(marker ^ seed);
    }

    /** The next event. */
    public Event next() {
        int index = groups.next(random);
        EventGroup group = catalog.group(index);
        int size = sizes.next(random);
        String id = Ids.uuid(ids).toString();
        var body = new StringBuilder(size + 256).append(group.head());
        if (catalog.settings().eventIds()) {
            body.append(",\"event_id\":\"").append(id).append('"');
        }
        body.append(",\"message\":\"");
        group.message().appendTo(body, random);
        body.append("\",\"stack_trace\":\"");
        group.trace().appendTo(body, random);
        body.append('"');
        padding.appendTo(body, size, id, random);
        return new Event(index, id, body.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
