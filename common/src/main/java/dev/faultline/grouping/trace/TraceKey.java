package dev.faultline.grouping.trace;

import dev.faultline.grouping.KeyPart;
import java.util.List;

public final class TraceKey {
    private TraceKey() {}

    public static List<KeyPart> of(StackTrace trace, String message) {
        return List.of();
    }
}
