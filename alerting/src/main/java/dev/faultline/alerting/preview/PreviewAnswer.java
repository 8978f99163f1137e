package dev.faultline.alerting.preview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule would have done.
///
/// @param conditionText the condition in its one spelling
/// @param from as asked for
/// @param to as asked for
/// @param coveredFrom where the counts that are kept begin; null if there are none
/// @param coveredTo where they end
/// @param resolution `second`, or `minute` if seconds are not told apart everywhere
/// @param secondsFrom from when on seconds are told apart; null if nothing is covered
/// @param episodes the last alerts there would have been
/// @param total how many there would have been
/// @param firing whether it would be firing in the end
/// @param degraded whether there were more keys than are told apart
/// @param notes what can't be said, in sentences
record PreviewAnswer(
        String conditionText,
        Instant from,
        Instant to,
        @Nullable Instant coveredFrom,
        @Nullable Instant coveredTo,
        String resolution,
        @Nullable Instant secondsFrom,
        List<PastEpisode> episodes,
        long total,
        boolean firing,
        boolean degraded,
        List<String> notes) {

    static PreviewAnswer ofNothing(PreviewRequest request, String note) {
        return new PreviewAnswer(
                request.condition().text(),
                request.from(),
                request.to(),
                null,
                null,
                "second",
                null,
                List.of(),
                0,
                false,
                false,
                List.of(note));
    }
}
