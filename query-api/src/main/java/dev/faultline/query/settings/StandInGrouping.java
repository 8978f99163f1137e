package dev.faultline.query.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ErrorEvent;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.grouping.rule.FingerprintParts;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.grouping.rule.RuleFingerprint;
import dev.faultline.grouping.rule.RuleSubject;
import dev.faultline.grouping.trace.StackTrace;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Stands in for the grouping that knows rules: it sees no stack trace and no tags.
final class StandInGrouping {

    private StandInGrouping() {}

    static EventGrouping.Grouped group(ErrorEvent event, GroupingRules rules) {
        Fingerprint own = Grouping.fingerprint(event.message(), event.stackTrace(), event.source());
        return rules.fingerprint(subject(event))
                .map(set -> new EventGrouping.Grouped(fingerprint(set, own), ids(set)))
                .orElseGet(() -> new EventGrouping.Grouped(own, Set.of()));
    }

    private static Set<String> ids(RuleFingerprint set) {
        return Set.of(set.rule().id());
    }

    private static RuleSubject subject(ErrorEvent event) {
        return new RuleSubject(
                event.message(),
                event.message(),
                event.severity().text(),
                event.source(),
                event.environment(),
                Map.of(),
                StackTrace.NONE);
    }

    private static Fingerprint fingerprint(RuleFingerprint set, Fingerprint own) {
        if (set.parts().isDefault()) {
            return own;
        }
        String key =
                set.parts().parts().stream()
                        .map(part -> text(part, own))
                        .collect(Collectors.joining("\n"));
        String digits = UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString().replace("-", "");
        return new Fingerprint(own.version(), digits);
    }

    private static String text(FingerprintParts.Part part, Fingerprint own) {
        return switch (part) {
            case FingerprintParts.Default _ -> own.value();
            case FingerprintParts.Text(String value) -> value;
        };
    }
}
