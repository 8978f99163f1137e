package dev.faultline.retention;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// How long a project keeps what it knows of its errors. Whole days of 24 hours, by the broker's
/// append time.
///
/// @param occurrenceDays for which the kept payloads of a group are shown, 1 to
///   [#MAX_OCCURRENCE_DAYS]
/// @param groupDays after which a group that no event came for is forgotten, 1 to
///   [#MAX_GROUP_DAYS], and not fewer than `occurrenceDays`
public record RetentionSettings(int occurrenceDays, int groupDays) {

    public static final int MAX_OCCURRENCE_DAYS = 365;
    public static final int MAX_GROUP_DAYS = 3_650;

    /// Of a project that has set nothing.
    public static final RetentionSettings DEFAULT = new RetentionSettings(30, 365);

    /// Up to so many days, each day of expiry is one of its own; beyond, each week is. So the
    /// storage has some hundred parts at most, whatever projects set.
    private static final int FINEST_DAYS = 60;

    /// @throws IllegalArgumentException if it is out of range; a sentence that begins with the
    ///   field's name in JSON
    public RetentionSettings {
        check("occurrence_days", occurrenceDays, MAX_OCCURRENCE_DAYS);
        check("group_days", groupDays, MAX_GROUP_DAYS);
        if (groupDays < occurrenceDays) {
            throw new IllegalArgumentException(
                    "group_days must not be less than occurrence_days, %d: what is kept of a group goes with it"
                            .formatted(occurrenceDays));
        }
    }

    private static void check(String name, int days, int max) {
        if (days < 1 || days > max) {
            throw new IllegalArgumentException(
                    "%s must be a whole number from 1 to %d".formatted(name, max));
        }
    }

    /// The last day on which an occurrence is stored, in UTC; the storage is freed a day later. It
    /// is shown for [#occurrenceDays] times 24 hours, which end on this day or some days before.
    public LocalDate expiresOn(Instant appended) {
        LocalDate last = appended.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(occurrenceDays);
        return occurrenceDays <= FINEST_DAYS
                ? last
                : last.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}
