package dev.faultline.benchmarks.send;

import java.nio.charset.StandardCharsets;

/** What a line turned out to be. */
sealed interface Parsed {

    /** Nothing but white space. */
    record Blank() implements Parsed {}

    /**
     * An event to send.
     *
     * @param line its line number
     * @param json one line, with an <code>event_id</code>
     * @param bytes length of the JSON in UTF-8
     */
    record Entry(long line, String json, int bytes) implements Parsed {

        Entry(long line, String json) {
            this(line, json, json.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    /**
     * A line that the endpoint would refuse.
     *
     * @param line its line number
     * @param reason what is wrong with it
     */
    record Unusable(long line, String reason) implements Parsed {}
}
