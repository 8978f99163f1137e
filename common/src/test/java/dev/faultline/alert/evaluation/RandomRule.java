package dev.faultline.alert.evaluation;

import java.util.Random;

/// The text of a rule, from a source of randomness. Times may not fit together.
public final class RandomRule {

    private final Random random;
    private final int scale;
    private final String by;

    public RandomRule(Random random, int scale) {
        this.random = random;
        this.scale = scale;
        this.by = random.nextInt(3) > 0 ? "" : " by " + pick("source", "environment", "group");
    }

    public String text() {
        int tests = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2);
        String expression = test(tests == 1);
        if (tests == 2) {
            expression += pick(" and ", " or ") + test(false);
        } else if (tests == 3) {
            expression += " and (" + test(false) + " or " + test(false) + ")";
        }
        String lasting = random.nextInt(3) == 0 ? " for " + seconds(0, 25) : "";
        String recovery = "";
        if (tests == 1 && expression.contains(" > 5") && random.nextBoolean()) {
            recovery = " recover below " + pick("1", "2", "4.5");
        } else if (tests == 1 && expression.contains(" < 2") && random.nextBoolean()) {
            recovery = " recover above " + pick("2", "3");
        }
        String keep = random.nextBoolean() ? " keep " + seconds(0, 25) : "";
        return expression + lasting + recovery + keep;
    }

    private String test(boolean alone) {
        String min = random.nextInt(4) == 0 ? " min " + random.nextInt(4) : "";
        return switch (random.nextInt(alone ? 9 : 8)) {
            case 0, 1, 2 ->
                    "%s%s%s %s in %s%s"
                            .formatted(
                                    metric(),
                                    filter(),
                                    by,
                                    pick("> 5", "> 1", "> 0", ">= 3", "> 2.5"),
                                    window(),
                                    min);
            case 3 ->
                    "event_count%s%s %s in %s%s"
                            .formatted(
                                    filter(),
                                    by,
                                    pick("< 2", "<= 1", "= 3", "!= 2", "< 1"),
                                    window(),
                                    min);
            case 4 ->
                    "percent{%s}%s%s %s in %s%s"
                            .formatted(
                                    pick("level=\"error\"", "source=\"web\""),
                                    random.nextBoolean() ? "" : " of {environment=\"test\"}",
                                    by,
                                    pick("> 5", "> 60", "< 20", ">= 50", "= 50"),
                                    window(),
                                    min);
            case 5 ->
                    "event_count%s%s %s by %s%% in %s vs %s%s"
                            .formatted(
                                    filter(),
                                    by,
                                    pick("increases", "decreases"),
                                    pick("20", "50", "100"),
                                    window(),
                                    pick(
                                            "previous",
                                            "previous " + window(),
                                            seconds(40, 60) + " ago"),
                                    min);
            case 6 ->
                    "spike(event_count%s%s) in %s baseline %s factor %s z %s min %d"
                            .formatted(
                                    filter(),
                                    by,
                                    seconds(10, 11),
                                    seconds(60, 120),
                                    pick("2", "1.5"),
                                    pick("0", "1.1", "3"),
                                    random.nextInt(4));
            case 7 -> "no_events%s%s in %s".formatted(filter(), by, window());
            default ->
                    pick("new_group", "regression")
                            + filter()
                            + (scale == 1 && random.nextBoolean()
                                    ? ""
                                    : " reaching %d in %s"
                                            .formatted(1 + random.nextInt(4), window()));
        };
    }

    private String metric() {
        return pick(
                "error_count",
                "event_count",
                "warning_count",
                "rate_per_minute",
                by.equals(" by group") ? "event_count" : "new_groups");
    }

    private String filter() {
        return random.nextInt(3) > 0
                ? ""
                : pick(
                        "{source=\"web\"}",
                        "{source=~\"a*\"}",
                        "{environment!=\"test\"}",
                        "{source in (\"web\", \"api\"), severity!=\"fatal\"}",
                        "{group=\"g1\"}");
    }

    private String window() {
        return seconds(10, 40);
    }

    /// A time that fits the buckets that such long times have.
    private String seconds(int least, int most) {
        long length = (least + (long) random.nextInt(most - least)) * scale;
        long fitting = scale == 1 ? 1 : scale < 100 ? 5 : 60;
        return length / fitting * fitting + "s";
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
