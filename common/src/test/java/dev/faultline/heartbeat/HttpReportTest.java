package dev.faultline.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReportTest {

    /// Requests in the classes up to 10, 25 and 50 ms.
    private static HttpReport report(long to10, long to25, long to50) {
        return report(to10, to25, to50, 0);
    }

    private static HttpReport report(long to10, long to25, long to50, long slower) {
        List<Long> buckets = new ArrayList<>(Collections.nCopies(LatencyBuckets.count(), 0L));
        buckets.set(1, to10);
        buckets.set(2, to25);
        buckets.set(3, to50);
        buckets.set(LatencyBuckets.count() - 1, slower);
        long requests = to10 + to25 + to50 + slower;
        return new HttpReport(requests, requests / 10, requests * 20.0, buckets);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 6", "0.5, 10", "0.75, 17.5", "1, 25"})
    void interpolatesPercentilesWithinTheirClass(double quantile, double millis) {
        assertThat(report(50, 50, 0).percentileMillis(quantile)).isCloseTo(millis, within(1e-9));
    }

    @Test
    void tellsTheLastBoundOfWhatIsSlower() {
        assertThat(report(1, 0, 0, 99).percentileMillis(0.5)).isEqualTo(10_000);
    }

    @Test
    void tellsNothingOfNoRequests() {
        assertThat(HttpReport.NONE.percentileMillis(0.99)).isZero();
        assertThat(HttpReport.NONE.meanMillis()).isZero();
        assertThat(HttpReport.NONE.errorPercent()).isZero();
    }

    @Test
    void tellsMeanAndErrors() {
        HttpReport report = report(10, 10, 0);

        assertThat(report.meanMillis()).isEqualTo(20);
        assertThat(report.errorPercent()).isEqualTo(10);
    }

    @Test
    void tellsWhatWasAddedSinceAnEarlierReport() {
        HttpReport since = report(10, 30, 60).since(report(10, 10, 0));

        assertThat(since).isEqualTo(new HttpReport(80, 8, 1_600, report(0, 20, 60).buckets()));
        assertThat(since.plus(report(10, 10, 0)).buckets()).isEqualTo(report(10, 30, 60).buckets());
    }

    @Test
    void neverShrinks() {
        assertThat(report(1, 0, 0).since(report(5, 5, 5))).isEqualTo(HttpReport.NONE);
    }

    @Test
    void refusesOtherClassesOfLatency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpReport(0, 0, 0, List.of(1L, 2L)));
    }
}
