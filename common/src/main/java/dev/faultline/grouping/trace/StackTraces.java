package dev.faultline.grouping.trace;

public final class StackTraces {
    private StackTraces() {}

    public static StackTrace read(String text) {
        return StackTrace.NONE;
    }
}
