package dev.faultline.alerting.preview;

import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;

/// How much work one replay may still be.
final class WorkLimit {

    private final PreviewSettings settings;
    private final long startedNanos = System.nanoTime();
    private long cells;

    WorkLimit(PreviewSettings settings) {
        this.settings = settings;
    }

    /// @throws ApiException `400` if it is too much
    void spend(int moreCells) {
        cells += moreCells;
        if (cells > settings.maxCells()) {
            throw tooMuch("there are more than %d counts in it".formatted(settings.maxCells()));
        }
        if (System.nanoTime() - startedNanos > settings.maxTime().toNanos()) {
            throw tooMuch("it takes more than " + text(settings.maxTime()));
        }
    }

    private static String text(Duration time) {
        return time.toMillis() % 1_000 == 0 ? TimeSpan.text(time) : time.toMillis() + "ms";
    }

    private static ApiException tooMuch(String why) {
        return new ApiException(
                ProblemType.INVALID_REQUEST,
                "This stretch of the past is too much to go through: %s. Ask for fewer hours, or look back less far"
                        .formatted(why));
    }
}
