package dev.faultline.access;

import static dev.faultline.access.Right.ALERTS_WRITE;
import static dev.faultline.access.Right.AUDIT;
import static dev.faultline.access.Right.DELETE;
import static dev.faultline.access.Right.INGEST;
import static dev.faultline.access.Right.KEYS;
import static dev.faultline.access.Right.PROJECTS;
import static dev.faultline.access.Right.READ;
import static dev.faultline.access.Right.RESOLVE;
import static dev.faultline.access.Right.SETTINGS_READ;
import static dev.faultline.access.Right.SETTINGS_WRITE;
import static dev.faultline.access.Right.TEAM;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Which right each route needs: the one place that says so. Of two lines that fit, the more
/// specific path counts. Thread-safe.
///
/// A stage whose routes are not all here does not start.
public final class AccessPolicy {

    private static final String ANY = "*";

    /// Those who have no key yet call it, exactly so.
    private static final Route ACCEPT = new Route("POST", "/api/team/accept");

    private final List<Rule> rules;
    private final Map<Route, Optional<Right>> known = new ConcurrentHashMap<>();

    private AccessPolicy(List<Rule> rules) {
        this.rules = rules;
    }

    /// What Faultline's routes need.
    public static AccessPolicy ofFaultline() {
        return new AccessPolicy(List.of())
                .with(READ, "GET", "/api/errors", "/api/errors/{id}", "/api/errors/{id}/grouping")
                .with(READ, "GET", "/api/errors/{id}/occurrences", "/api/events/**")
                .with(READ, "GET", "/api/stats", "/api/analytics/**", "/api/monitoring/**")
                .with(READ, "GET", "/metrics")
                .with(INGEST, "POST", "/api/errors", "/api/errors/batch")
                .with(RESOLVE, "PUT", "/api/errors/{id}/resolve")
                .with(DELETE, "DELETE", "/api/errors/{id}")
                .with(READ, "GET", "/api/alerts/**")
                .with(READ, "POST", "/api/alerts/rules/preview")
                .with(ALERTS_WRITE, ANY, "/api/alerts/**")
                .with(SETTINGS_READ, "GET", "/api/settings/grouping", "/api/settings/scrubbing")
                .with(SETTINGS_READ, "GET", "/api/settings/retention", "/api/settings/usage")
                .with(SETTINGS_READ, "GET", "/api/settings/integrations/**")
                .with(SETTINGS_READ, "POST", "/api/settings/grouping/preview")
                .with(SETTINGS_WRITE, ANY, "/api/settings/grouping/**", "/api/settings/scrubbing")
                .with(SETTINGS_WRITE, ANY, "/api/settings/retention")
                .with(SETTINGS_WRITE, ANY, "/api/settings/integrations/**")
                .with(KEYS, ANY, "/api/settings/api-keys/**")
                .with(PROJECTS, ANY, "/api/settings/projects/**")
                .with(TEAM, ANY, "/api/settings/team/**")
                .with(AUDIT, "GET", "/api/settings/audit/**");
    }

    /// This policy, and more.
    ///
    /// @param method such as `GET`; `*` for every one that no other line of the path names
    /// @param paths Spring's patterns, which the controllers' patterns have to match
    public AccessPolicy with(Right right, String method, String... paths) {
        Stream<Rule> more =
                Arrays.stream(paths)
                        .map(PathPatternParser.defaultInstance::parse)
                        .map(path -> new Rule(method, path, right));
        return new AccessPolicy(
                Stream.concat(rules.stream(), more).sorted(Rule.SPECIFIC_FIRST).toList());
    }

    /// Whether a request needs no key: decided on the path exactly as it was sent.
    public static boolean isPublic(String method, String path) {
        return ACCEPT.equals(new Route(method, path));
    }

    /// What a controller's route needs.
    ///
    /// @param pattern the controller's, such as `/api/errors/{id}`
    /// @return empty if the policy says nothing of it
    public Optional<Right> right(String method, String pattern) {
        // Spring answers HEAD with the handler of GET.
        Route route = new Route(method.equals("HEAD") ? "GET" : method, pattern);
        return known.computeIfAbsent(route, this::find);
    }

    private Optional<Right> find(Route route) {
        PathContainer path = PathContainer.parsePath(route.path());
        return rules.stream()
                .filter(rule -> rule.fits(route.method(), path))
                .findFirst()
                .map(Rule::right);
    }

    private record Route(String method, String path) {}

    private record Rule(String method, PathPattern path, Right right) {

        static final Comparator<Rule> SPECIFIC_FIRST =
                Comparator.comparing(Rule::path).thenComparing(rule -> rule.method().equals(ANY));

        boolean fits(String other, PathContainer pattern) {
            return (method.equals(ANY) || method.equals(other)) && path.matches(pattern);
        }
    }
}
