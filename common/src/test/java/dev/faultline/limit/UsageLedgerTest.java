package dev.faultline.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.ApiKey;
import dev.faultline.event.ProjectId;
import dev.faultline.usage.KeyUsage;
import dev.faultline.usage.KeyUsage.Amount;
import dev.faultline.usage.RequestClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageLedgerTest {

    private static final long HOUR = 1_749_999_600L;

    private final UsageLedger ledger = new UsageLedger("here");

    @Test
    void tellsOfEachKeyOnceWhatWasUsedInEachSecond() {
        ledger.add(key("a"), ingest(HOUR + 1, 2));
        ledger.add(key("a"), ingest(HOUR + 1, 3));
        ledger.add(key("a"), ingest(HOUR + 2, 1));
        ledger.add(key("b"), new Amount(RequestClass.GENERAL, HOUR + 2, 1, 2, 3));

        List<KeyUsage> told = ledger.drain();

        assertThat(told).extracting(KeyUsage::keyId).containsExactlyInAnyOrder("a", "b");
        assertThat(told).extracting(KeyUsage::process).containsOnly("here");
        assertThat(of("a", told))
                .containsExactlyInAnyOrder(ingest(HOUR + 1, 5), ingest(HOUR + 2, 1));
        assertThat(of("b", told))
                .containsExactly(new Amount(RequestClass.GENERAL, HOUR + 2, 1, 2, 3));
        assertThat(ledger.drain()).isEmpty();
    }

    @Test
    void takesBackByTheHourWhatCouldNotBeTold() {
        ledger.add(key("a"), ingest(HOUR + 1, 2));
        ledger.add(key("a"), ingest(HOUR + 3_599, 3));
        ledger.add(key("a"), ingest(HOUR + 3_600, 4));
        ledger.drain().forEach(ledger::takeBack);

        assertThat(of("a", ledger.drain()))
                .containsExactlyInAnyOrder(ingest(HOUR, 5), ingest(HOUR + 3_600, 4));
    }

    @Test
    void isBounded() {
        for (int i = 0; i < UsageLedger.MAX_ENTRIES + 10; i++) {
            ledger.add(key("key-" + i), ingest(HOUR, 1));
        }
        ledger.add(key("key-0"), ingest(HOUR, 1));

        List<KeyUsage> told = ledger.drain();

        assertThat(told).hasSize(UsageLedger.MAX_ENTRIES);
        assertThat(of("key-0", told)).containsExactly(ingest(HOUR, 2));
    }

    private static List<Amount> of(String keyId, List<KeyUsage> told) {
        return told.stream()
                .filter(usage -> usage.keyId().equals(keyId))
                .findFirst()
                .orElseThrow()
                .amounts();
    }

    private static Amount ingest(long second, long within) {
        return new Amount(RequestClass.INGEST, second, within, 0, 0);
    }

    private static ApiKey key(String id) {
        return ApiKey.ofOperator(id, ProjectId.DEFAULT, "****", "Test");
    }
}
