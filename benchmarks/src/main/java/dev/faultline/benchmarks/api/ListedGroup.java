package dev.faultline.benchmarks.api;

/**
 * A group as the list shows it.
 *
 * @param id the group's id
 * @param message message of its latest kept occurrence
 * @param source where that came from
 * @param count how often it occurred
 */
public record ListedGroup(String id, String message, String source, long count) {}
