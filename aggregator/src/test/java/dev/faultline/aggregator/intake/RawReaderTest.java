package dev.faultline.aggregator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.aggregator.TopologyFixture;
import dev.faultline.aggregator.intake.RawReader.Place;
import dev.faultline.aggregator.intake.RawReader.Reading;
import dev.faultline.aggregator.transition.Transition;
import dev.faultline.event.DerivedId;
import dev.faultline.event.EventId;
import dev.faultline.event.MintedId;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.topic.RawHeaders;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RawReaderTest {

    private static final String BODY = "{\"message\":\"m\",\"source\":\"s\"}";
    private static final String BODY_WITH_ID =
            "{\"event_id\":\"e1\",\"message\":\"m\",\"source\":\"s\"}";
    private static final Place PLACE =
            new Place(new RawPosition(3, 42), Instant.ofEpochSecond(1_800_000_000));

    private final RawReader reader =
            new RawReader("faultline.errors.raw", TopologyFixture.preparation(), Transition.NONE);
    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void readsABodyLikeThatOfAPost() {
        RawEvent event = usable(null, BODY);

        assertThat(event.event().message()).isEqualTo("m");
        assertThat(event.fact().count()).isEqualTo(1);
        assertThat(event.fact().project()).isEqualTo(ProjectId.DEFAULT);
        assertThat(event.fact().fingerprint()).isEqualTo(Grouping.fingerprint("m", null, "s"));
        assertThat(event.fact().eventTime()).isEqualTo(PLACE.appendTime());
        assertThat(event.fact().position()).isEqualTo(PLACE.position());
    }

    @Test
    void derivesAnIdFromTheRecordsPlaceWhereThereIsNone() {
        assertThat(usable("some-other-key", BODY).identity())
                .isInstanceOf(RawEvent.Derived.class)
                .extracting(RawEvent.Identity::id)
                .isEqualTo(DerivedId.of("faultline.errors.raw", 3, 42));
    }

    @Test
    void takesTheBodysIdWhateverTheKey() {
        for (String key :
                new String[] {null, "", "other", "default|c|e2", "shop|c|e1", "default|g|e1"}) {
            RawEvent.Identity identity = usable(key, BODY_WITH_ID).identity();

            assertThat(identity).isInstanceOf(RawEvent.Given.class);
            assertThat(identity.key().text()).isEqualTo("default|c|e1");
        }
    }

    @Test
    void takesTheKeysIdWhereTheBodyHasNone() {
        assertThat(usable("default|c|e9", BODY).identity().id()).isEqualTo(new EventId("e9"));
    }

    @Test
    void knowsAnIdThatAGatewayMinted() {
        EventId minted = MintedId.mint(Instant.ofEpochSecond(1_800_000_000), new Random(1));
        String body = BODY_WITH_ID.replace("e1", minted.value());

        assertThat(usable("default|g|" + minted, body).identity())
                .isInstanceOf(RawEvent.Minted.class);
        assertThat(usable("default|c|" + minted, body).identity())
                .isInstanceOf(RawEvent.Given.class);
        assertThat(usable("shop|g|" + minted, body).identity()).isInstanceOf(RawEvent.Given.class);
    }

    @Test
    void takesTheProjectFromTheHeader() {
        headers.add(RawHeaders.PROJECT, "shop".getBytes(UTF_8));

        assertThat(usable("default|c|e1", BODY_WITH_ID).identity().key().text())
                .isEqualTo("shop|c|e1");
    }

    @Test
    void takesOverAFingerprintOfItsOwnVersionAndSettingsOnly() {
        String foreign = "0123456789abcdef0123456789abcdef";
        Fingerprint own = Grouping.fingerprint("m", null, "s");
        RawHeaders.putFingerprint(headers, new Fingerprint(Grouping.version(), foreign));
        assertThat(usable(null, BODY).fact().fingerprint()).isEqualTo(own);

        RawHeaders.putSettingsRevision(headers, 7);
        assertThat(usable(null, BODY).fact().fingerprint()).isEqualTo(own);
        assertThat(usable(null, BODY).fact().routing().answered())
                .isEqualTo(
                        GroupId.of(
                                ProjectId.DEFAULT, new Fingerprint(Grouping.version(), foreign)));

        RawHeaders.putSettingsRevision(headers, 0);
        RawHeaders.putFingerprint(headers, new Fingerprint(Grouping.version(), foreign));
        assertThat(usable(null, BODY).fact().fingerprint().value()).isEqualTo(foreign);

        RawHeaders.putFingerprint(headers, new Fingerprint(Grouping.version() + 1, foreign));
        assertThat(usable(null, BODY).fact().fingerprint()).isEqualTo(own);
    }

    @Test
    void scrubsWhatNoGatewayHasScrubbed() {
        String secret = "{\"message\":\"mail to ann@example.com failed\",\"source\":\"s\"}";

        RawEvent event = usable(null, secret);

        assertThat(event.event().message()).isEqualTo("mail to [email] failed");
        assertThat(event.event().scrubbed()).containsEntry("email", 1);
        assertThat(event.fact().fingerprint())
                .isEqualTo(Grouping.fingerprint("mail to [email] failed", null, "s"));
    }

    @Test
    void saysWhatIsWrongWithAnUnusableRecord() {
        assertThat(unusable("default|c|e1", null).reason()).isEqualTo("the record has no value");
        assertThat(unusable("default|c|e1", "{").reason()).isEqualTo("malformed JSON");
        assertThat(unusable("default|c|e1", "{").eventId()).isEqualTo(new EventId("e1"));
        assertThat(unusable(null, "{\"source\":\"s\"}").reason()).isEqualTo("message is required");

        headers.add(RawHeaders.SCHEMA_VERSION, "2".getBytes(UTF_8));
        assertThat(unusable(null, BODY).reason()).startsWith("schema_version");

        headers.add(RawHeaders.PROJECT, "No Such Name".getBytes(UTF_8));
        assertThat(unusable(null, BODY).reason()).startsWith("header project");
        assertThat(unusable(null, BODY).project()).isNull();
    }

    private RawEvent usable(String key, String body) {
        return ((Reading.Usable) read(key, body)).event();
    }

    private Reading.Unusable unusable(String key, String body) {
        return (Reading.Unusable) read(key, body);
    }

    private Reading read(String key, String body) {
        return reader.read(
                key == null ? null : key.getBytes(UTF_8),
                body == null ? null : body.getBytes(UTF_8),
                headers,
                PLACE);
    }
}
