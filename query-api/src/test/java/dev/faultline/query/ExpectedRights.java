package dev.faultline.query;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What each route takes, said anew from the description of permissions and roles.
final class ExpectedRights {

    private ExpectedRights() {}

    /// Every route of the running stage that needs a key, with an id that nothing has. The stream
    /// would not end, so it is asked for what does not exist.
    static List<String[]> routes(RunningQueryApi api) {
        return api.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(route ->
                        route.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .flatMap(method ->
                                        route.getPatternValues().stream()
                                                .map(path -> new String[] {method, path})))
                .filter(route -> route[1].startsWith("/api/"))
                .filter(route -> !route[1].equals("/api/team/accept"))
                .map(route ->
                        new String[] {
                            route[0],
                            route[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString())
                                    .replaceFirst("/stream$", "/stream?level=none")
                        })
                .toList();
    }

    /// Said anew, from the description of the roles: 3 is the owner.
    static int rank(String role) {
        return List.of("viewer", "developer", "admin", "owner").indexOf(role);
    }

    static int leastRole(String method, String path) {
        boolean read = method.equals("GET") || path.endsWith("/preview");
        if (path.startsWith("/api/settings/api-keys")) {
            return 1;
        }
        if (path.startsWith("/api/settings/projects")
                || path.startsWith("/api/settings/team")
                || path.startsWith("/api/settings/audit")) {
            return 2;
        }
        if (path.startsWith("/api/settings/")) {
            return read ? 1 : 2;
        }
        return read ? 0 : method.equals("DELETE") ? 2 : 1;
    }

    static String permission(String method, String path) {
        if (path.startsWith("/api/settings/") || method.equals("DELETE")) {
            return "admin";
        }
        return method.equals("GET") ? "read" : "write";
    }

    static List<String> permissions(String largest) {
        return switch (largest) {
            case "write" -> List.of("ingest", "read", "write");
            case "admin" -> List.of("ingest", "read", "write", "admin");
            default -> List.of(largest);
        };
    }
}
