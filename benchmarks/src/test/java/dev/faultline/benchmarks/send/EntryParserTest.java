package dev.faultline.benchmarks.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.faultline.benchmarks.lines.Line;
import dev.faultline.benchmarks.send.Parsed.Blank;
import dev.faultline.benchmarks.send.Parsed.Entry;
import dev.faultline.benchmarks.send.Parsed.Unusable;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EntryParserTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private final EntryParser parser = new EntryParser(new UUID(1, 2), 1024);

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "  { \"a\" : 1 }\r", "{}", "{\"event_id\":null,\"a\":1}"})
    void givesAnEntryWithoutIdOne(String text) {
        var event = MAPPER.readTree(entry(1, text).json());

        assertThat(event.path("event_id").stringValue("")).hasSize(36);
    }

    @Test
    void givesALineTheSameIdAgainAndEveryLineAndRunAnother() {
        String id = id(entry(1, "{}"));
        var otherRun = new EntryParser(new UUID(1, 3), 1024);

        assertThat(id(entry(1, "{}"))).isEqualTo(id);
        assertThat(id(entry(2, "{}"))).isNotEqualTo(id);
        assertThat(id((Entry) otherRun.parse(new Line(1, "{}", false)))).isNotEqualTo(id);
    }

    @Test
    void keepsTheRestOfTheLineAsItIs() {
        assertThat(entry(1, "{\"n\":1.10,\"n\":\"\\u00e4\"}").json())
                .endsWith(",\"n\":1.10,\"n\":\"\\u00e4\"}");
    }

    @Test
    void keepsAnIdThatIsThere() {
        String text = "{\"context\":{\"event_id\":null},\"event_id\":\"mine\"}";

        assertThat(entry(1, text).json()).isEqualTo(text);
    }

    @Test
    void seesThatANestedIdIsNotTheEvents() {
        assertThat(id(entry(1, "{\"context\":{\"event_id\":\"x\"}}"))).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "1",
                "\"text\"",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":",
                "plain text",
                "{]"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertThat(parser.parse(new Line(7, text, false)))
                .asInstanceOf(type(Unusable.class))
                .satisfies(unusable -> assertThat(unusable.line()).isEqualTo(7))
                .satisfies(unusable -> assertThat(unusable.reason()).startsWith("not "));
    }

    @Test
    void refusesAnEntryOverTheLimit() {
        String text = "{\"a\":\"" + "x".repeat(1010) + "\"}";

        assertThat(parser.parse(new Line(1, text, false))).isInstanceOf(Unusable.class);
        assertThat(parser.parse(new Line(1, "{", true))).isInstanceOf(Unusable.class);
    }

    @Test
    void skipsBlankLines() {
        assertThat(parser.parse(new Line(1, " \r", false))).isEqualTo(new Blank());
    }

    private Entry entry(long number, String text) {
        return (Entry) parser.parse(new Line(number, text, false));
    }

    private static String id(Entry entry) {
        return MAPPER.readTree(entry.json()).path("event_id").stringValue("");
    }
}
