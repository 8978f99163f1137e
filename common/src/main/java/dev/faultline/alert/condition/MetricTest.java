package dev.faultline.alert.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One test of what was counted within a window. Texts of the components are canonical: see
/// [ConditionText].
public sealed interface MetricTest extends Expression {

    /// The events that count.
    Filter filter();

    /// What instances are told apart by; null: nothing.
    @Nullable Dimension by();

    /// How far back the counts are that it looks at; a spike's baseline is kept in another way.
    Duration lookBack();

    Optional<Threshold> threshold();

    Optional<Window> window();

    /// How finely time is told: the buckets of its counts.
    default Duration bucket() {
        return BucketSize.of(lookBack());
    }

    /// Whether it looks at single groups.
    default boolean needsGroups() {
        return by() == Dimension.GROUP || filter().uses(Field.GROUP);
    }

    /// `error_count > 50 in 5m`.
    ///
    /// @param min the least count to hold at; 0: any
    record Count(
            Metric metric,
            Filter filter,
            @Nullable Dimension by,
            Relation relation,
            Threshold limit,
            Window in,
            long min)
            implements MetricTest {

        @Override
        public Duration lookBack() {
            return in.length();
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.of(limit);
        }

        @Override
        public Optional<Window> window() {
            return Optional.of(in);
        }
    }

    /// `percent{level="error"} > 20 in 5m`: the share of the filtered events.
    ///
    /// @param of the whole; the filtered events are those of the whole that pass `filter` too
    /// @param min the least count of the whole to hold at; 0: any
    record Percent(
            Filter filter,
            Filter of,
            @Nullable Dimension by,
            Relation relation,
            Threshold limit,
            Window in,
            long min)
            implements MetricTest {

        @Override
        public Duration lookBack() {
            return in.length();
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.of(limit);
        }

        @Override
        public Optional<Window> window() {
            return Optional.of(in);
        }

        @Override
        public boolean needsGroups() {
            return MetricTest.super.needsGroups() || of.uses(Field.GROUP);
        }
    }

    /// `event_count increases by 300% in 10m vs previous`.
    ///
    /// @param min the least count of the larger of the two windows
    record Change(
            Metric metric,
            Filter filter,
            @Nullable Dimension by,
            Direction direction,
            Threshold percent,
            Window in,
            Reference reference,
            long min)
            implements MetricTest {

        /// A week and a day of minutes can be kept where a rule has one instance.
        private static final Duration MINUTES_SUFFICE = Duration.ofDays(8);

        @Override
        public Duration lookBack() {
            return switch (reference) {
                case Reference.Previous previous -> in.length().plus(previous.orSameAs(in));
                case Reference.Ago(Duration distance) -> in.length().plus(distance);
            };
        }

        @Override
        public Duration bucket() {
            Duration bucket = MetricTest.super.bucket();
            return by == null && lookBack().compareTo(MINUTES_SUFFICE) <= 0
                    ? Collections.min(List.of(bucket, Duration.ofMinutes(1)))
                    : bucket;
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.of(percent);
        }

        @Override
        public Optional<Window> window() {
            return Optional.of(in);
        }
    }

    /// `spike(error_count by group) in 5m baseline 24h factor 5 z 3.5 min 20`: far above the median
    /// of windows of the same length.
    ///
    /// @param baseline how far back the windows reach that it is compared with
    /// @param factor how many times the median it must have
    /// @param z how many times the usual deviation it must deviate
    /// @param min the least count to hold at
    record Spike(
            Metric metric,
            Filter filter,
            @Nullable Dimension by,
            Window in,
            Duration baseline,
            BigDecimal factor,
            BigDecimal z,
            long min)
            implements MetricTest {

        public static final Duration DEFAULT_BASELINE = Duration.ofHours(24);
        public static final BigDecimal DEFAULT_FACTOR = BigDecimal.valueOf(3);
        public static final BigDecimal DEFAULT_Z = new BigDecimal("3.5");
        public static final long DEFAULT_MIN = 10;

        /// How many windows the baseline has.
        public int windows() {
            return (int) baseline.dividedBy(in.length());
        }

        @Override
        public Duration lookBack() {
            return in.length();
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.empty();
        }

        @Override
        public Optional<Window> window() {
            return Optional.of(in);
        }
    }

    /// `new_group{level="error"} reaching 10 in 10m`: always by group.
    ///
    /// @param reaching null: it holds when it happens
    record Lifecycle(Happening happening, Filter filter, @Nullable Reaching reaching)
            implements MetricTest {

        @Override
        public Dimension by() {
            return Dimension.GROUP;
        }

        @Override
        public Duration lookBack() {
            return reaching == null ? Duration.ofSeconds(1) : reaching.in().length();
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.ofNullable(reaching)
                    .map(r -> new Threshold(BigDecimal.valueOf(r.count()), false));
        }

        @Override
        public Optional<Window> window() {
            return Optional.ofNullable(reaching).map(Reaching::in);
        }
    }

    /// How many events of the group within which window.
    record Reaching(long count, Window in) {}

    /// `no_events{source="payments"} in 15m`.
    record Absence(Filter filter, @Nullable Dimension by, Window in) implements MetricTest {

        @Override
        public Duration lookBack() {
            return in.length();
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.empty();
        }

        @Override
        public Optional<Window> window() {
            return Optional.of(in);
        }
    }

    /// Which way a change goes.
    enum Direction {
        INCREASES,
        DECREASES
    }
}
