package dev.faultline.scrub;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/// Finds what the project's own pattern matches.
///
/// One match takes linear time, but looking for the next one may read the same text again and
/// again. So a pattern may read a text only so many times over; what it has not got to by then is
/// removed as a whole.
final class CustomScanner implements Scanner {

    private static final int MOST_READINGS = 8;
    private static final int SPARE = 1_000;

    private final Pattern pattern;

    CustomScanner(CustomPattern pattern) {
        this.pattern = pattern.compiled();
    }

    @Override
    public boolean mayFind(Marks marks) {
        return true;
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int read = 0;
        try {
            Matcher matcher = pattern.matcher(new Metered(text));
            while (matcher.find()) {
                read = matcher.end();
                if (matcher.end() > matcher.start()) {
                    spans.add(ScrubRule.CUSTOM, matcher.start(), matcher.end());
                }
            }
        } catch (OverreadException e) {
            spans.add(ScrubRule.CUSTOM, read, marks.limit());
        }
    }

    /// A text that counts how often it is read.
    private static final class Metered implements CharSequence {

        private final String text;
        private long readings;

        Metered(String text) {
            this.text = text;
            this.readings = (long) text.length() * MOST_READINGS + SPARE;
        }

        @Override
        public char charAt(int i) {
            if (--readings < 0) {
                throw new OverreadException();
            }
            return text.charAt(i);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class OverreadException extends RuntimeException {

        private static final long serialVersionUID = 1;

        OverreadException() {
            super("the pattern reads the text too often", null, false, false);
        }
    }
}
