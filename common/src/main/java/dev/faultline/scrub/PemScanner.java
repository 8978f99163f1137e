package dev.faultline.scrub;

/// Finds private keys in PEM form, up to their end line or, where that was cut off, the end of the
/// text. Certificates and public keys stay.
final class PemScanner implements Scanner {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 40;

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('-') && marks.has('B');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int label = begin + BEGIN.length();
            int labelEnd =
                    text.indexOf(
                            DASHES,
                            label,
                            Math.min(text.length(), label + LONGEST_LABEL + DASHES.length()));
            int next = label;
            if (isPrivate(text, label, labelEnd)) {
                next = end(text, labelEnd + DASHES.length(), marks.limit());
                spans.add(ScrubRule.PEM, begin, next);
            }
            begin = text.indexOf(BEGIN, next);
        }
    }

    private static boolean isPrivate(String text, int start, int end) {
        return end > start && text.substring(start, end).contains("PRIVATE KEY");
    }

    private static int end(String text, int from, int limit) {
        int end = text.indexOf(END, from);
        if (end < 0) {
            return limit;
        }
        int label = end + END.length();
        int close = text.indexOf(DASHES, label, Math.min(text.length(), label + LONGEST_LABEL + 5));
        return close < 0 ? Math.min(limit, label) : close + DASHES.length();
    }
}
