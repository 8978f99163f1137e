package dev.faultline.benchmarks.workload;

import java.nio.charset.StandardCharsets;

/**
 * A generated event.
 *
 * @param group index of its group
 * @param id its event id; the body holds it only where the workload's events carry ids
 * @param json the body, ASCII only
 */
public record Event(int group, String id, String json) {

    /** The body in bytes. */
    public byte[] body() {
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
