package dev.faultline.benchmarks.workload;

import java.util.random.RandomGenerator;

/**
 * Invented words that survive the normalisation of messages: letters only, pronounceable, and with
 * no consonant that is a hexadecimal digit, so that none looks like a number, an id or a hash.
 */
final class Words {

    private static final String CONSONANTS = "gklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 5;

    private Words() {}

    /** One of 500 million words. */
    static String next(RandomGenerator random) {
        var word = new StringBuilder(2 * SYLLABLES);
        for (int i = 0; i < SYLLABLES; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }
}
