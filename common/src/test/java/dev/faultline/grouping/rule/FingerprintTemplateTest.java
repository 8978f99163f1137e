package dev.faultline.grouping.rule;

import static dev.faultline.grouping.rule.Rules.DRIVER;
import static dev.faultline.grouping.rule.Rules.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.grouping.rule.FingerprintParts.Default;
import dev.faultline.grouping.rule.FingerprintParts.Text;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.TracedError;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "plain,                                plain",
        "{{ type }},                           org.postgresql.PSQLException",
        "{{type}},                             org.postgresql.PSQLException",
        "{{ message }},                        Payment <n> failed",
        "{{ function }},                       run",
        "{{ module }},                         com.acme.util.Retry",
        "{{ source }},                         checkout",
        "{{ environment }},                    production",
        "{{ level }},                          error",
        "{{ tag.tenant }},                     acme-eu",
        "{{ tag.region }},                     <none>",
        "db-{{ source }}/{{level}}.,           db-checkout/error.",
        "{ source } }},                        { source } }}"
    })
    void replacesVariables(String part, String expanded) {
        assertThat(expand(part)).containsExactly(new Text(expanded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ default }}", "{{default}}", " {{  default }} "})
    void leavesTheDefaultToTheGrouping(String part) {
        FingerprintParts parts = rule(part, "x").expand(SUBJECT);

        assertThat(parts.parts()).containsExactly(new Default(), new Text("x"));
        assertThat(parts.isDefault()).isFalse();
        assertThat(rule(part).expand(SUBJECT).isDefault()).isTrue();
        assertThat(rule(part, part).expand(SUBJECT).isDefault()).isTrue();
    }

    @Test
    void doesNotReadVariablesInValues() {
        RuleSubject tricky =
                new RuleSubject(
                        "m",
                        "{{ default }}",
                        "error",
                        "{{ type }}",
                        "production",
                        Map.of(),
                        StackTrace.NONE);

        assertThat(rule("{{ message }}", "{{ source }}").expand(tricky).parts())
                .containsExactly(new Text("{{ default }}"), new Text("{{ type }}"));
    }

    @Test
    void saysWhereAnEventHasNoSuchThing() {
        RuleSubject bare = SUBJECT.with(StackTrace.NONE);

        assertThat(rule("{{ type }}", "{{ function }}", "{{ module }}").expand(bare).parts())
                .containsOnly(new Text("<none>"));
    }

    @Test
    void takesTheNextTypeAndTheInnermostFrameWhereTheRootCauseHasNone() {
        RuleSubject subject =
                SUBJECT.with(
                        new StackTrace(
                                List.of(
                                        new TracedError("", "", List.of(DRIVER)),
                                        new TracedError("Wrapper", "", List.of()))));

        assertThat(rule("{{ type }}", "{{ function }}").expand(subject).parts())
                .containsExactly(new Text("Wrapper"), new Text("connect"));
    }

    @Test
    void takesWhateverAClientSends() {
        FingerprintTemplate template =
                new FingerprintTemplate(
                        List.of("", "{{ user }}", "{{ source", "a {{ default }}", "{{ tag. }}"));

        assertThat(template.expand(SUBJECT).parts())
                .containsExactly(
                        new Text(""),
                        new Text("{{ user }}"),
                        new Text("{{ source"),
                        new Text("a {{ default }}"),
                        new Text("{{ tag. }}"));
    }

    @Test
    void cutsWhatGrowsTooLong() {
        RuleSubject subject =
                new RuleSubject(
                        "m",
                        "m".repeat(1_500),
                        "error",
                        "s",
                        "production",
                        Map.of(),
                        StackTrace.NONE);

        assertThat(rule("{{ message }}{{ message }}").expand(subject).parts())
                .containsExactly(new Text("m".repeat(2_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {{ user }}        | fingerprint[1] names {{ user }}: known are {{ default }}, {{ type }}, {{ message }}, {{ function }}, {{ module }}, {{ source }}, {{ environment }}, {{ level }} and {{ tag.NAME }}
                    a {{ default }}   | fingerprint[1] must be {{ default }} alone, or not hold it
                    a {{ type         | fingerprint[1] has {{ without }}
                    ' '               | fingerprint[1] must have 1 to 200 characters, but has 0
                    """)
    void saysWhatARuleMustNotHave(String part, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("fine {{ type }}", part))
                .withMessage(sentence);
    }

    @Test
    void boundsWhatARuleHas() {
        assertThat(rule("x".repeat(200)).parts()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("x".repeat(201)))
                .withMessage("fingerprint[0] must have 1 to 200 characters, but has 201");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FingerprintTemplate.ofRule(List.of()))
                .withMessage("fingerprint must have 1 to 16 parts, but has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FingerprintTemplate.ofRule(Collections.nCopies(17, "x")))
                .withMessage("fingerprint must have 1 to 16 parts, but has 17");
    }

    private static FingerprintTemplate rule(String... parts) {
        return FingerprintTemplate.ofRule(List.of(parts));
    }

    private static List<FingerprintParts.Part> expand(String part) {
        return rule(part).expand(SUBJECT).parts();
    }
}
