package dev.faultline.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Evaluator;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Input;
import dev.faultline.alert.evaluation.RuleChange;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.evaluation.Transition.Fired;
import dev.faultline.alert.evaluation.Transition.Resolved;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.alerting.RunningAlerting.Answer;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.json.Json;
import dev.faultline.rulebook.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Alert rules over HTTP, with real Kafka and a real database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertRulesIT {

    private static final String ALL = "/api/alerts/rules";
    private static final String PREVIEW = ALL + "/preview";
    private static final ProjectId PROJECT = new ProjectId("default");

    /// What the documentation of the API posts, word for word.
    private static final String EXAMPLE =
            """
            {
              "name": "High Error Rate",
              "condition": "error_count > threshold in time_window",
              "threshold": 50,
              "time_window": "5m",
              "notifications": ["email", "slack"],
              "enabled": true
            }
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private final AlertInputs inputs = new AlertInputs();
    private RunningAlerting alerting;

    @BeforeAll
    void start() {
        alerting =
                RunningAlerting.start(
                        database.url(), "faultline.alerting.cells.flush-interval=100ms");
    }

    @AfterAll
    void stop() {
        alerting.close();
        inputs.close();
    }

    private JsonNode create(String json) {
        Answer answer = alerting.call("POST", ALL, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.data();
    }

    private static String one(JsonNode rule) {
        return ALL + "/" + rule.get("id").asString();
    }

    private JsonNode listed(JsonNode rule) {
        for (JsonNode each : alerting.get(ALL).data().get("rules")) {
            if (each.get("id").equals(rule.get("id"))) {
                return each;
            }
        }
        throw new AssertionError("not listed: " + rule);
    }

    @Test
    void makesListsReplacesAndDeletesTheRuleOfTheDocumentation() {
        JsonNode rule = create(EXAMPLE);

        assertThat(rule.get("name").asString()).isEqualTo("High Error Rate");
        assertThat(rule.get("condition").asString())
                .isEqualTo("error_count > threshold in time_window");
        assertThat(rule.get("threshold").toString()).isEqualTo("50");
        assertThat(rule.get("time_window").asString()).isEqualTo("5m");
        assertThat(rule.get("enabled").asBoolean()).isTrue();
        assertThat(rule.get("notifications").toString()).isEqualTo("[\"email\",\"slack\"]");
        assertThat(rule.get("last_triggered").isNull()).isTrue();
        assertThat(rule.get("created_at")).isEqualTo(rule.get("updated_at"));
        assertThat(listed(rule)).isEqualTo(rule);
        assertThat(alerting.get(one(rule)).data()).isEqualTo(rule);

        Answer replaced = alerting.call("PUT", one(rule), EXAMPLE.replace("50", "70"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.data().get("threshold").asInt()).isEqualTo(70);
        assertThat(replaced.data().get("version").asInt()).isEqualTo(2);
        assertThat(replaced.data().get("created_at")).isEqualTo(rule.get("created_at"));
        assertThat(listed(rule)).isEqualTo(replaced.data());

        assertThat(alerting.call("DELETE", one(rule), "").status()).isEqualTo(204);
        assertThat(alerting.get(one(rule)).status()).isEqualTo(404);
        assertThat(alerting.call("DELETE", one(rule), "").status()).isEqualTo(404);
        assertThat(alerting.call("PUT", one(rule), EXAMPLE).error())
                .isEqualTo("Alert rule not found");
    }

    @Test
    void takesTheOtherConditionOfTheDocumentation() {
        JsonNode rule =
                create(
                        "{'name': 'High Error Rate', 'condition': 'error_count > 50 in 5 minutes', 'threshold': 50, 'time_window': '5m'}");

        assertThat(rule.get("condition").asString()).isEqualTo("error_count > 50 in 5 minutes");
        assertThat(rule.get("condition_text").asString()).isEqualTo("error_count > 50 in 5m");
        assertThat(rule.get("enabled").asBoolean()).isTrue();
        assertThat(rule.get("notifications").isEmpty()).isTrue();
        alerting.call("DELETE", one(rule), "");
    }

    @Test
    void putsARuleWhereEveryStageFollows() {
        JsonNode rule = create("{'name': 'Back', 'condition': 'regression'}");

        assertThat(alerting.bean(RuleBook.class).rule(PROJECT, id(rule)))
                .hasValueSatisfying(
                        known -> assertThat(known.parsed().text()).isEqualTo("regression"));
        alerting.call("DELETE", one(rule), "");
        assertThat(alerting.bean(RuleBook.class).rule(PROJECT, id(rule))).isEmpty();
    }

    private static UUID id(JsonNode rule) {
        return UUID.fromString(rule.get("id").asString());
    }

    @Test
    void tellsWhenARuleFiredLast() {
        JsonNode rule = create(EXAMPLE);
        database.addFired(id(rule), "2025-08-14T10:30:00Z");
        database.addFired(id(rule), "2025-08-15T10:30:00Z");

        assertThat(alerting.get(one(rule)).data().get("last_triggered").asString())
                .isEqualTo("2025-08-15T10:30:00Z");
        assertThat(listed(rule).get("last_triggered").asString()).isEqualTo("2025-08-15T10:30:00Z");
        alerting.call("DELETE", one(rule), "");
    }

    @Test
    void hidesRulesFromOtherProjects() {
        JsonNode rule = create(EXAMPLE);

        for (String method : List.of("GET", "DELETE")) {
            assertThat(alerting.call(method, one(rule), "", RunningAlerting.OTHER_PROJECT).status())
                    .isEqualTo(404);
        }
        assertThat(alerting.call("PUT", one(rule), EXAMPLE, RunningAlerting.OTHER_PROJECT).status())
                .isEqualTo(404);
        assertThat(alerting.get(one(rule)).status()).isEqualTo(200);
        alerting.call("DELETE", one(rule), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "error_count > many in 5m | condition_syntax | 14 | condition, character 15: found 'many', but expected a number or threshold",
                "error_count > 50 in 5s | condition_limit | 20 | condition, character 21:",
                "affected_users > 5 in 1h | condition_unsupported | 0 | condition, character 1:",
                "error_count > threshold in 5m | condition_conflict | 14 | condition, character 15: the field threshold is missing"
            })
    void pointsAtThePlaceThatCannotBeRead(
            String condition, String problem, int position, String sentence) {
        for (String path : List.of(ALL, PREVIEW)) {
            Answer answer =
                    alerting.call(
                            "POST",
                            path,
                            path.equals(ALL)
                                    ? "{'name': 'x', 'condition': '%s'}".formatted(condition)
                                    : "{'condition': '%s'}".formatted(condition));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).startsWith(sentence);
            JsonNode details = Json.mapper().readTree(answer.body()).get("details");
            assertThat(details.get("problem").asString()).isEqualTo(problem);
            assertThat(details.get("position").asInt()).isEqualTo(position);
            assertThat(details.get("marked").asString())
                    .contains("\n" + " ".repeat(position) + "^");
        }
    }

    @Test
    void refusesFieldsThatSaySomethingElseThanTheCondition() {
        Answer answer =
                alerting.call(
                        "POST",
                        ALL,
                        "{'name': 'x', 'condition': 'error_count > 50 in 5m', 'threshold': 40}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error())
                .contains("the condition says 50, but the field threshold says 40");
        assertThat(answer.body()).contains("\"condition_conflict\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'name': 'x', 'condition': 'regression', 'channel': 'sms'}",
                "{'name': 'x', 'condition': 'regression', 'notifications': ['pager']}"
            })
    void refusesABodyThatIsNoRule(String body) {
        assertThat(alerting.call("POST", ALL, body).status()).isEqualTo(400);
    }

    @Test
    void refusesAnIdThatIsNone() {
        assertThat(alerting.get(ALL + "/rule-1").error()).isEqualTo("Invalid UUID format");
        assertThat(alerting.call("DELETE", ALL + "/rule-1", "").status()).isEqualTo(400);
    }

    @Test
    void hasSoManyRulesAndNoMore() {
        JsonNode rule = create(EXAMPLE);
        RuleBook book = alerting.bean(RuleBook.class);
        byte[] json = AlertRuleJson.write(book.rule(PROJECT, id(rule)).orElseThrow());
        String template = new String(json, UTF_8);
        ProjectId other = new ProjectId("other");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            UUID id = new UUID(0x4000, Long.MIN_VALUE + i);
            keys.add(other + "|" + id);
            inputs.rule(
                    keys.getLast(),
                    template.replace(rule.get("id").asString(), id.toString())
                            .replace("\"project\":\"default\"", "\"project\":\"other\"")
                            .getBytes(UTF_8));
        }
        await().until(() -> book.of(other).size() == 1_000);

        Answer answer = alerting.call("POST", ALL, EXAMPLE, RunningAlerting.OTHER_PROJECT);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.error()).startsWith("The project has 1000 alert rules");
        keys.forEach(key -> inputs.rule(key, null));
        alerting.call("DELETE", one(rule), "");
    }

    @Test
    void saysOfADisabledRuleThatItIs() {
        JsonNode rule = create(EXAMPLE.replace("true", "false"));

        JsonNode evaluation = alerting.get(one(rule) + "/evaluation").data();

        assertThat(evaluation.get("state").asString()).isEqualTo("disabled");
        alerting.call("DELETE", one(rule), "");
    }

    /// Bursts of two sources in the last hours, one of which goes on.
    @Test
    void saysOfThePastWhatAnEvaluatorWouldHaveSaidThen() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant from = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(3));
        List<Cell> cells = bursts(from, now);
        inputs.told(new Tick(0, from.minusSeconds(3_600), from.minusSeconds(3_600)));
        inputs.counted(PROJECT, cells);
        inputs.told(new Tick(0, now, now));
        inputs.flush();

        for (String condition :
                List.of(
                        "error_count > 40 in 5m",
                        "error_count by source > 40 in 5m recover below 10",
                        "no_events{source=\"shop\"} in 10m",
                        "error_count > 40 in 5m for 2m")) {
            String asked =
                    "{'condition': '%s', 'from': '%s', 'to': '%s'}"
                            .formatted(condition.replace("\"", "\\\""), from, now);
            await().until(() -> {
                JsonNode covered = preview(asked).get("covered_to");
                return covered.isString() && !Instant.parse(covered.asString()).isBefore(now);
            });

            JsonNode preview = preview(asked);

            assertThat(episodes(preview, from))
                    .as(condition)
                    .isNotEmpty()
                    .isEqualTo(direct(condition, cells, from, now));
            assertThat(preview.get("resolution").asString()).isEqualTo("second");
            assertThat(Instant.parse(preview.get("covered_from").asString())).isEqualTo(from);
        }
        explainsTheRuleThatFires(now);
        countsNothingThatHappenedBeforeTheRule(cells, now.minusSeconds(20));
    }

    private void countsNothingThatHappenedBeforeTheRule(List<Cell> cells, Instant effectiveFrom) {
        JsonNode rule =
                create(
                        "{'name': 'Young', 'condition': 'error_count > 1000 in 5m', 'effective_from': '%s'}"
                                .formatted(effectiveFrom));

        assertThat(alerting.get(one(rule) + "/evaluation").data().get("value").asLong())
                .isEqualTo(
                        cells.stream()
                                .filter(cell -> cell.second() >= effectiveFrom.getEpochSecond())
                                .mapToLong(Cell::count)
                                .sum());
        alerting.call("DELETE", one(rule), "");
    }

    private void explainsTheRuleThatFires(Instant now) {
        JsonNode rule =
                create(
                        "{'name': 'Now', 'condition': 'error_count by source > 40 in 5m', 'effective_from': '%s'}"
                                .formatted(now.minusSeconds(7_200)));

        JsonNode firing = alerting.get(one(rule) + "/evaluation").data();
        JsonNode quiet = alerting.get(one(rule) + "/evaluation?key=web").data();

        assertThat(firing.get("state").asString()).as(firing.toString()).isEqualTo("firing");
        assertThat(firing.get("key").asString()).isEqualTo("shop");
        assertThat(firing.get("value").asInt()).isGreaterThan(40);
        assertThat(firing.get("threshold").asInt()).isEqualTo(40);
        assertThat(firing.get("window").asString()).isEqualTo("5m");
        assertThat(firing.get("stale").asBoolean()).isFalse();
        assertThat(firing.get("keys").toString()).contains("\"key\":\"web\"");
        assertThat(quiet.get("state").asString()).isEqualTo("ok");
        assertThat(quiet.get("reason").asString())
                .isEqualTo("Nothing that counts for web has happened within its windows.");
        alerting.call("DELETE", one(rule), "");
    }

    private JsonNode preview(String json) {
        Answer answer = alerting.call("POST", PREVIEW, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.data();
    }

    /// Those that fired in the range; of an earlier one it depends on the beginning when it did.
    private static List<String> episodes(JsonNode preview, Instant from) {
        List<String> episodes = new ArrayList<>();
        for (JsonNode each : preview.get("episodes")) {
            if (!Instant.parse(each.get("fired_at").asString()).isBefore(from)) {
                episodes.add(
                        "%s fired %s, resolved %s"
                                .formatted(
                                        each.get("key").asString(),
                                        each.get("fired_at").asString(),
                                        each.get("resolved_at").asString("never")));
            }
        }
        return episodes.stream().sorted().toList();
    }

    private static List<Cell> bursts(Instant from, Instant now) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        List<Cell> cells = new ArrayList<>();
        for (Instant at = from; at.isBefore(now); at = at.plusSeconds(7)) {
            long minute = Duration.between(from, at).toMinutes();
            boolean burst = (minute % 45 >= 20 && minute % 45 < 28) || minute >= 178;
            cells.add(cell("shop", at, burst ? 3 + random.nextInt(3) : 0));
            if (minute < 120) {
                cells.add(cell("web", at, random.nextInt(2)));
            }
        }
        return cells.stream().filter(cell -> cell.count() > 0).toList();
    }

    private static Cell cell(String source, Instant at, long count) {
        return new Cell(
                0,
                new Facets(Signal.EVENTS, Severity.ERROR, source, "production"),
                null,
                at.getEpochSecond(),
                0,
                count);
    }

    /// The same by hand, an hour of it before the range that is asked for.
    private static List<String> direct(
            String condition, List<Cell> cells, Instant from, Instant now) {
        var evaluator = new Evaluator(EvaluatorSettings.of(1));
        AlertCondition parsed = AlertCondition.parse(condition, ConditionFields.NONE);
        Instant start = from.minusSeconds(3_600);
        List<Input> input = new ArrayList<>();
        input.add(new RuleChange.Put(UUID.randomUUID(), 1, parsed, start));
        List<Cell> left = new ArrayList<>(cells);
        left.sort(Comparator.comparingLong(Cell::second));
        for (Instant at = start; !at.isAfter(now); at = at.plusSeconds(1)) {
            input.add(new Tick(0, at, at));
            while (!left.isEmpty() && left.getFirst().second() == at.getEpochSecond()) {
                input.add(left.removeFirst());
            }
        }
        List<String> fired = new ArrayList<>();
        input.stream()
                .flatMap(each -> evaluator.accept(each).stream())
                .forEach(transition -> {
                    String key = transition.subject().key();
                    if (transition instanceof Fired alert && !alert.at().isBefore(from)) {
                        fired.add("%s fired %s, resolved never".formatted(key, alert.at()));
                    } else if (transition instanceof Resolved over) {
                        fired.replaceAll(text ->
                                text.startsWith(key + " ")
                                        ? text.replace("never", over.at().toString())
                                        : text);
                    }
                });
        return fired.stream().sorted().toList();
    }
}
