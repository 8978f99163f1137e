package dev.faultline.grouping.trace;

import java.util.Set;

/// Folders that projects are checked out, built or deployed to.
final class Roots {

    private static final Set<String> NAMES =
            Set.of(
                    "app",
                    "workspace",
                    "work",
                    "code",
                    "srv",
                    "www",
                    "html",
                    "htdocs",
                    "wwwroot",
                    "public_html",
                    "current",
                    "task",
                    "site",
                    "build",
                    "project",
                    "repo",
                    "source",
                    "checkout",
                    "home",
                    "root",
                    "tmp",
                    "opt",
                    "s",
                    "a",
                    "b");

    private Roots() {}

    static boolean hold(String path, int start, int end) {
        return end - start <= 11 && NAMES.contains(path.substring(start, end));
    }
}
