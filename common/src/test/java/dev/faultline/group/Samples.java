package dev.faultline.group;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.grouping.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;

/// One fault, as the tests of the contract see it.
final class Samples {

    static final ProjectId SHOP = new ProjectId("shop");
    static final Fingerprint FINGERPRINT = new Fingerprint(1, "918f683015dc9404e93847b2a7a47ebc");
    static final GroupId GROUP = GroupId.of(SHOP, FINGERPRINT);
    static final EventId EVENT = new EventId("order-1");
    static final RawPosition POSITION = new RawPosition(5, 4_711);
    static final Instant HAPPENED = Instant.parse("2026-03-01T12:00:00.123Z");
    static final Instant APPENDED = Instant.parse("2026-03-01T12:00:01Z");
    static final LocalDate EXPIRES = LocalDate.of(2026, 3, 31);

    static final Fact FACT =
            new Fact(
                    3,
                    SHOP,
                    FINGERPRINT,
                    Severity.FATAL,
                    "über",
                    "staging",
                    HAPPENED,
                    APPENDED,
                    POSITION);

    private Samples() {}
}
