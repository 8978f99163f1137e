package dev.faultline.query.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How far a listener has come: on each lane, the first offset that it has not got. Its text is the
/// `id` of an event, by which a listener that comes back goes on.
///
/// @param next by lane
record Positions(List<Long> next) {

    private static final int BASE = 36;
    private static final String VERSION = "1-";
    private static final String SEPARATOR = ".";

    /// Longer than any text of ours, with 1,024 partitions.
    private static final int LONGEST = 32 * 1024;

    Positions {
        next = List.copyOf(next);
    }

    String text() {
        return next.stream()
                .map(offset -> Long.toString(offset, BASE))
                .collect(Collectors.joining(SEPARATOR, VERSION, ""));
    }

    /// Empty if the text is none of ours, or of an installation with other lanes.
    static Optional<Positions> parse(String text, int lanes) {
        if (!text.startsWith(VERSION) || text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = text.substring(VERSION.length()).split("\\" + SEPARATOR, -1);
        if (parts.length != lanes) {
            return Optional.empty();
        }
        List<Long> next = new ArrayList<>(lanes);
        for (String part : parts) {
            try {
                next.add(Long.parseUnsignedLong(part, BASE));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }
        return next.stream().allMatch(offset -> offset >= 0)
                ? Optional.of(new Positions(next))
                : Optional.empty();
    }

    /// Whether what stands at the place is still to be sent.
    boolean isBefore(Place place) {
        return place.offset() >= next.get(place.lane());
    }

    /// Lane by lane, whichever comes later.
    Positions orLater(Positions other) {
        return new Positions(
                IntStream.range(0, next.size())
                        .mapToObj(lane -> Math.max(next.get(lane), other.next().get(lane)))
                        .toList());
    }

    /// Whether no lane is behind the other's.
    boolean reaches(Positions other) {
        return IntStream.range(0, next.size())
                .allMatch(lane -> next.get(lane) >= other.next().get(lane));
    }
}
