package dev.faultline.benchmarks.lines;

/**
 * A line of the file.
 *
 * @param number counted from 1
 * @param text without its end; bytes that are not UTF-8 are replaced, as log files often hold some
 * @param cut whether it was longer than the limit; text is then only its beginning
 */
public record Line(long number, String text, boolean cut) {}
