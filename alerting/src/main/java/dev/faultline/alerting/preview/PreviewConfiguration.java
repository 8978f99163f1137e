package dev.faultline.alerting.preview;

import dev.faultline.alerting.cells.CellHistory;
import dev.faultline.alerting.cells.CellsConfiguration;
import dev.faultline.alerting.rules.AlertRules;
import dev.faultline.alerting.rules.RulesConfiguration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Rules on the past: their REST API.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PreviewSettings.class)
@Import({CellsConfiguration.class, RulesConfiguration.class})
public class PreviewConfiguration {

    @Bean
    RuleTrialController ruleTrialController(
            AlertRules rules, CellHistory history, PreviewSettings settings, InstantSource clock) {
        Replays replays = new Replays(history, settings);
        return new RuleTrialController(
                rules,
                new RulePreview(history, replays),
                new RuleExplanation(history, replays, clock),
                clock);
    }
}
