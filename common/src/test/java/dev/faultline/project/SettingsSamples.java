package dev.faultline.project;

import dev.faultline.event.ProjectId;
import dev.faultline.grouping.rule.FingerprintTemplate;
import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.grouping.rule.MatchField;
import dev.faultline.grouping.rule.RuleAction;
import dev.faultline.grouping.rule.RuleMatcher;
import dev.faultline.retention.RetentionSettings;
import dev.faultline.scrub.AddressPolicy;
import dev.faultline.scrub.CustomPattern;
import dev.faultline.scrub.ScrubRule;
import dev.faultline.scrub.ScrubbingSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The settings of the golden file.
final class SettingsSamples {

    static final ProjectId SHOP = new ProjectId("shop");

    static final GroupingRule DECLINED =
            new GroupingRule(
                    "declined",
                    "Declined payments",
                    "",
                    true,
                    List.of(
                            RuleMatcher.of(MatchField.SOURCE, List.of("checkout")),
                            RuleMatcher.ofTag("tenant", List.of("acme-*")),
                            RuleMatcher.of(
                                    MatchField.TYPE, List.of("*PaymentException", "Declined"))),
                    new RuleAction.SetFingerprint(
                            FingerprintTemplate.ofRule(List.of("declined", "{{ tag.tenant }}"))));

    static final GroupingRule GENERATED =
            new GroupingRule(
                    "generated",
                    "",
                    "Stubs are nobody's fault",
                    false,
                    List.of(RuleMatcher.of(MatchField.PATH, List.of("gen/**"))),
                    new RuleAction.MarkFrames(false));

    static final ProjectSettings SETTINGS =
            new ProjectSettings(
                    new GroupingRules(List.of(DECLINED, GENERATED)),
                    new ScrubbingSettings(
                            Set.of("patient_*"),
                            Set.of("card_type"),
                            List.of(new CustomPattern("ticket", "TCK-[0-9]+")),
                            Map.of(ScrubRule.EMAIL, false),
                            AddressPolicy.TRUNCATE),
                    new RetentionSettings(14, 90),
                    7);

    private SettingsSamples() {}
}
