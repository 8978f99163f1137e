package dev.faultline.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Scrubs one text: collects its marks in one pass, asks the scanners that may find something, and
/// replaces what they found.
final class TextScrubber {

    // By which a short text may grow.
    private static final int ROOM = 32;

    private static final int LONGEST_WORD = 12;

    private final Set<ScrubRule> rules;
    private final boolean patterns;
    private final Scanner[] scanners;

    TextScrubber(ScrubbingSettings settings, Keys keys) {
        rules = settings.active();
        patterns = rules.contains(ScrubRule.CUSTOM) && !settings.patterns().isEmpty();
        scanners = scanners(settings, keys, rules).toArray(new Scanner[0]);
    }

    /// In the order of rank: of two finds that are as long, the first gives its marker. E-mail
    /// comes behind what may have an `@` within.
    private static List<Scanner> scanners(
            ScrubbingSettings settings, Keys keys, Set<ScrubRule> rules) {
        List<Scanner> scanners = new ArrayList<>();
        addIf(rules.contains(ScrubRule.PEM), scanners, new PemScanner());
        addIf(rules.contains(ScrubRule.JWT), scanners, new JwtScanner());
        addIf(rules.contains(ScrubRule.TOKEN), scanners, new TokenScanner());
        boolean values = rules.contains(ScrubRule.KV_SECRET);
        addIf(
                values || rules.contains(ScrubRule.QUERY_SECRET),
                scanners,
                new KeyValueScanner(keys));
        addIf(values, scanners, new XmlScanner(keys));
        addIf(values, scanners, new CommandLineScanner(keys));
        addIf(values, scanners, new QuotedWordScanner(keys));
        addIf(rules.contains(ScrubRule.AUTH_SCHEME), scanners, new AuthSchemeScanner());
        addIf(rules.contains(ScrubRule.URL_USERINFO), scanners, new UserinfoScanner());
        if (rules.contains(ScrubRule.CUSTOM)) {
            settings.patterns().forEach(pattern -> scanners.add(new CustomScanner(pattern)));
        }
        addIf(rules.contains(ScrubRule.CARD), scanners, new CardScanner());
        addIf(rules.contains(ScrubRule.IBAN), scanners, new IbanScanner());
        addIf(rules.contains(ScrubRule.US_SSN), scanners, new SsnScanner());
        addIf(rules.contains(ScrubRule.EMAIL), scanners, new EmailScanner());
        addIf(rules.contains(ScrubRule.IPV6), scanners, new Ipv6Scanner());
        addIf(rules.contains(ScrubRule.IPV4), scanners, new Ipv4Scanner());
        addIf(rules.contains(ScrubRule.USER_PATH), scanners, new UserPathScanner());
        return scanners;
    }

    private static void addIf(boolean on, List<Scanner> scanners, Scanner scanner) {
        if (on) {
            scanners.add(scanner);
        }
    }

    /// The same instance if nothing was found.
    String scrub(String text, Tally tally) {
        if (text.isEmpty() || isPlainWord(text)) {
            return text;
        }
        Marks marks = Marks.of(text);
        Spans spans = new Spans(text, rules);
        for (Scanner scanner : scanners) {
            if (scanner.mayFind(marks)) {
                scanner.scan(text, marks, spans);
            }
        }
        return spans.isEmpty() ? text : bounded(text, spans.replace(tally));
    }

    /// A few letters alone are nobody's secret, unless a pattern of the project's says so.
    private boolean isPlainWord(String text) {
        if (patterns || text.length() > LONGEST_WORD) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Chars.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Markers may be longer than what they stand for: a text of hardly anything else is one
    /// secret, or a record that was accepted would outgrow what Kafka takes.
    private static String bounded(String text, String clean) {
        return clean.length() > text.length() + text.length() / 4 + ROOM
                ? ScrubRule.CUSTOM.marker()
                : clean;
    }
}
