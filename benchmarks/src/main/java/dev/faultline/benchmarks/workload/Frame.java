package dev.faultline.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * One call of a stack trace, before a language prints it.
 *
 * @param type class or type
 * @param name function or method
 * @param line line number
 */
record Frame(String type, String name, int line) {

    private static final String[] NOUNS = {
        "Order", "Invoice", "Payment", "Session", "Catalog", "Ledger", "Shipment", "Tenant"
    };
    private static final String[] ROLES = {
        "Service", "Repository", "Handler", "Client", "Worker", "Mapper", "Controller"
    };
    private static final String[] VERBS = {
        "load", "store", "submit", "validate", "resolve", "dispatch", "merge", "refresh"
    };

    static List<Frame> stack(int depth, RandomGenerator random) {
        var frames = new ArrayList<Frame>(depth);
        for (int i = 0; i < depth; i++) {
            String noun = pick(NOUNS, random);
            frames.add(
                    new Frame(
                            noun + pick(ROLES, random),
                            pick(VERBS, random) + noun,
                            10 + random.nextInt(800)));
        }
        return frames;
    }

    String file() {
        return type.toLowerCase(Locale.ROOT);
    }

    private static String pick(String[] words, RandomGenerator random) {
        return words[random.nextInt(words.length)];
    }
}
