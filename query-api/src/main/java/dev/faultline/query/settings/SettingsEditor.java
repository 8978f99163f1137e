package dev.faultline.query.settings;

import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.project.GroupingRulesJson;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.project.ProjectSettingsWriter;
import dev.faultline.project.RetentionJson;
import dev.faultline.project.ScrubbingJson;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes the settings of projects, one change after the other. Thread-safe.
///
/// Two processes that change the same project in the same moment do not see each other: the later
/// record stands.
final class SettingsEditor {

    private static final Logger LOGGER = LoggerFactory.getLogger(SettingsEditor.class);

    /// How long a change waits to see itself.
    private static final Duration VISIBLE = Duration.ofSeconds(2);

    /// How long a change waits for those before it.
    private static final Duration TURN = Duration.ofSeconds(5);

    private final ProjectSettingsBook book;
    private final ProjectSettingsWriter writer;
    private final AuditTrail audit;
    private final ReentrantLock turn = new ReentrantLock();

    /// What this process has written, which the book may learn of later.
    private final Map<ProjectId, ProjectSettings> written = new ConcurrentHashMap<>();

    SettingsEditor(ProjectSettingsBook book, ProjectSettingsWriter writer, AuditTrail audit) {
        this.book = book;
        this.writer = writer;
        this.audit = audit;
    }

    ProjectSettings current(ProjectId project) {
        ProjectSettings read = book.of(project);
        ProjectSettings own = written.getOrDefault(project, ProjectSettings.NONE);
        return own.revision() > read.revision() ? own : read;
    }

    /// Returns when the change is in force in this process, or after a while: it is durable then.
    ///
    /// @param action what the audit log calls it
    /// @param expected the revision that the caller has seen; empty if it does not matter
    /// @return the new settings, with their revision
    /// @throws ApiException `409` if there is a newer revision than expected, `400` if the outcome
    ///   is not valid, `503` if Kafka did not take it or others change too much
    ProjectSettings change(
            Actor actor,
            String action,
            Optional<Long> expected,
            UnaryOperator<ProjectSettings> change) {
        try {
            if (!turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ApiException(
                        ProblemType.UNAVAILABLE, "Settings are being changed: try again shortly");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return changeNow(actor, action, expected, change);
        } finally {
            turn.unlock();
        }
    }

    private ProjectSettings changeNow(
            Actor actor,
            String action,
            Optional<Long> expected,
            UnaryOperator<ProjectSettings> change) {
        ProjectId project = actor.project();
        ProjectSettings before = current(project);
        if (expected.isPresent() && expected.get() != before.revision()) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "The settings have revision %d, not %d: read them again"
                            .formatted(before.revision(), expected.get()));
        }
        ProjectSettings after = write(project, change.apply(before));
        written.put(project, after);
        LOGGER.info("Project {} has new settings, revision {}", project, after.revision());
        audit.changed(actor, action, "", changed(before, after), changed(after, before));
        try {
            if (!book.await(project, after.revision(), VISIBLE)) {
                LOGGER.warn(
                        "Revision {} of project {} is written, but not seen yet",
                        after.revision(),
                        project);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return after;
    }

    /// The parts of settings in which they differ from others.
    private static JsonNode changed(ProjectSettings settings, ProjectSettings other) {
        ObjectNode json = Json.mapper().createObjectNode();
        if (!settings.grouping().equals(other.grouping())) {
            json.set("rules", GroupingRulesJson.write(settings.grouping()));
        }
        if (!settings.scrubbing().equals(other.scrubbing())) {
            json.set("scrubbing", ScrubbingJson.write(settings.scrubbing()));
        }
        if (!settings.retention().equals(other.retention())) {
            json.set("retention", RetentionJson.write(settings.retention()));
        }
        return json;
    }

    private ProjectSettings write(ProjectId project, ProjectSettings settings) {
        try {
            return SettingsBody.checked(() -> writer.write(project, settings));
        } catch (KafkaException e) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "Kafka did not take the settings: try again", e);
        }
    }

    private static ApiException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ApiException(ProblemType.UNAVAILABLE, "The server is stopping", e);
    }
}
