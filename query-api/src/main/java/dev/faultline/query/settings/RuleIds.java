package dev.faultline.query.settings;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Makes ids for rules that come without one.
final class RuleIds {

    private static final int BYTES = 6;

    private final RandomGenerator random;

    RuleIds(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "rule-" + HexFormat.of().formatHex(bytes);
    }
}
