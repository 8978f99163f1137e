package dev.faultline.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The routes of edge/nginx.conf, evaluated as [nginx
/// does](https://nginx.org/en/docs/http/ngx_http_map_module.html#map): exact texts first, then
/// patterns in their order.
final class ComposeEdge {

    private static final Pattern MAP =
            Pattern.compile(
                    "map \"\\$request_method \\$uri\" \\$stage \\{(.*?)\n  }", Pattern.DOTALL);
    private static final Pattern ENTRY =
            Pattern.compile("^\\s+(\"[^\"]+\"|default)\\s+([a-z-]+);$");
    private static final Pattern UPSTREAM =
            Pattern.compile("upstream ([a-z-]+) \\{[^}]*?server ([a-z-]+):(\\d+) resolve;");

    private final Map<String, String> exact = new LinkedHashMap<>();
    private final Map<Pattern, String> patterns = new LinkedHashMap<>();
    private final String text;

    ComposeEdge() {
        text = DocsPages.read("edge/nginx.conf");
        Matcher map = MAP.matcher(text);
        if (!map.find()) {
            throw new IllegalStateException("edge/nginx.conf has no map from request to $stage");
        }
        map.group(1).lines().filter(line -> !line.isBlank()).forEach(this::add);
    }

    private void add(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            throw new IllegalStateException("No entry of a map: " + line);
        }
        String key = entry.group(1).replace("\"", "");
        if (key.startsWith("~")) {
            patterns.put(Pattern.compile(key.substring(1)), entry.group(2));
        } else {
            exact.put(key, entry.group(2));
        }
    }

    /// The stage that gets a request.
    String route(String method, String path) {
        String request = method + " " + path;
        String stage = exact.get(request);
        return stage != null
                ? stage
                : patterns.entrySet().stream()
                        .filter(pattern -> pattern.getKey().matcher(request).find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> exact.getOrDefault("default", ""));
    }

    /// All stages that get requests.
    Set<String> stages() {
        Set<String> stages = new TreeSet<>(exact.values());
        stages.addAll(patterns.values());
        return stages;
    }

    /// What stands behind each name: `host:port`.
    Map<String, String> upstreams() {
        Map<String, String> upstreams = new LinkedHashMap<>();
        UPSTREAM.matcher(text)
                .results()
                .forEach(found ->
                        upstreams.put(found.group(1), found.group(2) + ":" + found.group(3)));
        return upstreams;
    }

    /// What is said of one location.
    String location(String match) {
        Matcher location =
                Pattern.compile("location " + Pattern.quote(match) + " \\{([^}]*)}").matcher(text);
        if (!location.find()) {
            throw new IllegalStateException("edge/nginx.conf has no location " + match);
        }
        return location.group(1);
    }

    /// The arguments of every occurrence of a directive.
    List<String> directives(String name) {
        return Pattern.compile("^\\s*" + name + "\\s+(.*);$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
