package dev.faultline.project;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.ProjectId;
import dev.faultline.grouping.Grouping;
import dev.faultline.grouping.GroupingKey;
import dev.faultline.retention.RetentionSettings;
import dev.faultline.scrub.Scrubber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is done to an event before anybody stores it: it is scrubbed and then fingerprinted, by the
/// settings of its project. The same at every stage. Thread-safe.
public final class EventPreparation {

    private final ProjectSettingsBook book;
    private final ScrubbingSecrets secrets;
    private final Policy unset;
    private final Map<ProjectId, Policy> policies = new ConcurrentHashMap<>();

    public EventPreparation(ProjectSettingsBook book, ScrubbingSecrets secrets) {
        this.book = book;
        this.secrets = secrets;
        this.unset = policy(ProjectSettings.NONE);
    }

    public PreparedEvent prepare(ProjectId project, ErrorEvent event) {
        Policy policy = policy(project);
        ErrorEvent scrubbed = policy.scrubber().scrub(event).event();
        ProjectSettings settings = policy.settings();
        GroupingKey key = Grouping.key(scrubbed.groupingInput(), settings.grouping());
        return new PreparedEvent(scrubbed, key.fingerprint(), settings.revision());
    }

    /// The revision of the project's settings that is in force here.
    public long revision(ProjectId project) {
        return book.of(project).revision();
    }

    /// How long the project keeps what comes now.
    public RetentionSettings retention(ProjectId project) {
        return book.of(project).retention();
    }

    /// Most projects have set nothing, and share one policy.
    private Policy policy(ProjectId project) {
        ProjectSettings settings = book.of(project);
        if (settings.revision() == 0) {
            return unset;
        }
        Policy known = policies.get(project);
        if (known != null && known.settings().revision() == settings.revision()) {
            return known;
        }
        Policy made = policy(settings);
        policies.put(project, made);
        return made;
    }

    private Policy policy(ProjectSettings settings) {
        return new Policy(settings, new Scrubber(settings.scrubbing(), secrets.hashKey()));
    }

    private record Policy(ProjectSettings settings, Scrubber scrubber) {}
}
