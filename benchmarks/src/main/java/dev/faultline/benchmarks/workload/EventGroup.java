package dev.faultline.benchmarks.workload;

import java.util.random.RandomGenerator;

/**
 * One fault that occurs again and again. Everything that may make a group is constant in it; what
 * varies is numbers, ids, addresses and quoted values.
 *
 * @param word its own word, in the message and in the trace: tells it from any other group
 * @param message the message
 * @param trace the stack trace
 * @param head start of the body: level, source, environment and URL
 */
record EventGroup(String word, Template message, Template trace, String head) {

    private static final String[] MESSAGES = {
        "%s worker could not charge order {uuid}: gateway closed after {number} ms",
        "Connection to %s at {ip}:5432 refused after {number} attempts",
        "%s rejected the upload of {quoted}: {number} bytes are over the limit of its plan",
        "Deadline exceeded while %s was reading shard {number} from {ip}",
        "User {number} may not open {quoted} in %s",
        "%s: invalid memory address or nil pointer at {address}",
        "Cannot read properties of undefined (reading {quoted}) in %s, request {uuid}",
        "Lock on %s row {number} was held by {uuid} for too long",
    };
    private static final String[] LEVELS = {
        "error", "error", "error", "error", "error", "error", "warning", "warning", "info", "fatal"
    };
    private static final String[] ENVIRONMENTS = {
        "production", "production", "production", "staging"
    };

    /**
     * @param depth number of frames of its trace
     */
    static EventGroup create(String word, String source, int depth, RandomGenerator random) {
        String message = pick(MESSAGES, random).formatted(word);
        Language language = pick(Language.values(), random);
        String trace = language.trace(word, message, Frame.stack(depth, random));
        String head =
                "{\"level\":\"%s\",\"source\":\"%s\",\"environment\":\"%s\",\"url\":\"https://%s.acme.example/v2\""
                        .formatted(pick(LEVELS, random), source, pick(ENVIRONMENTS, random), word);
        return new EventGroup(word, new Template(message), new Template(trace), head);
    }

    private static <T> T pick(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
