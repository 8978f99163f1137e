package dev.faultline.query.stream;

import dev.faultline.event.Level;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupId;
import dev.faultline.query.errors.LevelParameter;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import org.jspecify.annotations.Nullable;

/// What a listener wants to hear of its project.
///
/// @param level null for any
/// @param severity null for any; narrower than a level
/// @param source null for any
/// @param environment null for any
/// @param group null for any
record StreamFilter(
        ProjectId project,
        @Nullable Level level,
        @Nullable Severity severity,
        @Nullable String source,
        @Nullable String environment,
        @Nullable GroupId group) {

    /// Reads the parameters of a request; null or empty where one is absent.
    ///
    /// @throws ApiException `400`, saying which one is wrong and what is expected
    static StreamFilter parse(
            ProjectId project,
            @Nullable String level,
            @Nullable String source,
            @Nullable String environment,
            @Nullable GroupId group) {
        Severity severity = level == null || level.isEmpty() ? null : LevelParameter.parse(level);
        return new StreamFilter(
                project,
                severity == null ? null : severity.level(),
                severity == Severity.FATAL ? severity : null,
                label("source", source),
                label("environment", environment),
                group);
    }

    private static @Nullable String label(String name, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw new ApiException(ProblemType.INVALID_REQUEST, name + " must not hold a NUL");
        }
        return value == null || value.isEmpty() ? null : value;
    }

    boolean matches(Subject subject) {
        return subject.project().equals(project)
                && (level == null || subject.severity().level() == level)
                && (severity == null || subject.severity() == severity)
                && (source == null || subject.source().equals(source))
                && (environment == null || subject.environment().equals(environment))
                && (group == null || subject.group().equals(group));
    }
}
