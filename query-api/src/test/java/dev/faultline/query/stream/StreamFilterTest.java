package dev.faultline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.query.Groups;
import dev.faultline.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamFilterTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "any",
            value = {
                "any,      any,   any,        true",
                "'',       '',    '',         true",
                "error,    any,   any,        true",
                "fatal,    any,   any,        true",
                "critical, any,   any,        true",
                "warning,  any,   any,        false",
                "any,      web,   any,        true",
                "any,      api,   any,        false",
                "any,      any,   staging,    true",
                "any,      any,   production, false",
                "error,    web,   staging,    true",
                "error,    web,   production, false",
            })
    void letsThroughWhatMatchesAll(
            @Nullable String level,
            @Nullable String source,
            @Nullable String environment,
            boolean matches) {
        StreamFilter filter = StreamFilter.parse(Groups.PROJECT, level, source, environment, null);

        assertThat(filter.matches(fatal(Groups.PROJECT))).isEqualTo(matches);
    }

    @Test
    void tellsErrorsThatAreNotFatalFromThoseThatAre() {
        StreamFilter filter = StreamFilter.parse(Groups.PROJECT, "fatal", null, null, null);

        assertThat(filter.matches(Streamed.subject())).isFalse();
    }

    @Test
    void keepsProjectsAndGroupsApart() {
        assertThat(
                        StreamFilter.parse(Groups.PROJECT, null, null, null, null)
                                .matches(fatal(new ProjectId("other"))))
                .isFalse();
        assertThat(
                        StreamFilter.parse(Groups.PROJECT, null, null, null, Groups.id(2))
                                .matches(fatal(Groups.PROJECT)))
                .isFalse();
    }

    @Test
    void refusesWhatIsNoLevelOrLabel() {
        assertThatThrownBy(() -> StreamFilter.parse(Groups.PROJECT, "FATAL", null, null, null))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("level must be one of");
        assertThatThrownBy(() -> StreamFilter.parse(Groups.PROJECT, null, "\0", null, null))
                .hasMessage("source must not hold a NUL");
        assertThatThrownBy(() -> StreamFilter.parse(Groups.PROJECT, null, null, "\0", null))
                .hasMessage("environment must not hold a NUL");
    }

    private static Subject fatal(ProjectId project) {
        return new Subject(project, Groups.id(1), Severity.FATAL, "web", "staging");
    }
}
