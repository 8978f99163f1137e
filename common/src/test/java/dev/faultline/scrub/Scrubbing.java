package dev.faultline.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/// Scrubs texts by the default settings, and checks what must hold for any of them.
final class Scrubbing {

    private static final Scrubber DEFAULT = new Scrubber(ScrubbingSettings.DEFAULT);

    private Scrubbing() {}

    /// Also that what came out is not scrubbed again.
    static void assertScrubs(ScrubRule rule, String before, String after) {
        ScrubbedText scrubbed = DEFAULT.scrub(before);

        assertThat(scrubbed.text()).isEqualTo(after);
        assertThat(scrubbed.counts()).containsKey(rule.text());
        assertThat(DEFAULT.scrub(after)).isEqualTo(new ScrubbedText(after, Map.of()));
    }

    static void assertKeeps(String text) {
        ScrubbedText scrubbed = DEFAULT.scrub(text);

        assertThat(scrubbed.text()).isSameAs(text);
        assertThat(scrubbed.counts()).isEmpty();
    }
}
