package dev.faultline.scrub;

import java.util.Set;

/// Finds the name of a person in the path of a home directory: `/home/ada/`, `/Users/ada/`,
/// `C:\Users\Ada Lovelace\`. Accounts of machines stay, and so do the routes of web applications.
final class UserPathScanner implements Scanner {

    private static final String[] UNIX = {"/home/", "/Users/"};
    private static final String[] WINDOWS = {"users", "documents and settings"};

    private static final int LONGEST = 64;

    /// Whom nobody is.
    private static final Set<String> MACHINES =
            Set.of(
                    "all users",
                    "app",
                    "appuser",
                    "application",
                    "build",
                    "builder",
                    "centos",
                    "circleci",
                    "coder",
                    "codespace",
                    "container",
                    "container_user",
                    "containeradministrator",
                    "debian",
                    "default",
                    "default user",
                    "deploy",
                    "deployer",
                    "docker",
                    "ec2-user",
                    "fedora",
                    "git",
                    "gitlab-runner",
                    "jenkins",
                    "jovyan",
                    "linuxbrew",
                    "nginx",
                    "node",
                    "nonroot",
                    "opc",
                    "postgres",
                    "public",
                    "root",
                    "runner",
                    "runneradmin",
                    "sbx_user1051",
                    "service",
                    "shared",
                    "site",
                    "travis",
                    "ubuntu",
                    "user",
                    "vagrant",
                    "vsts",
                    "vcap",
                    "web",
                    "webapp",
                    "webuser",
                    "www",
                    "www-data");

    private static final Set<String> METHODS =
            Set.of("GET", "PUT", "POST", "HEAD", "PATCH", "DELETE", "OPTIONS", "route", "path");

    @Override
    public boolean mayFind(Marks marks) {
        return marks.has('/') || marks.has('\\');
    }

    @Override
    public void scan(String text, Marks marks, Spans spans) {
        if (marks.has('/')) {
            for (String home : UNIX) {
                int at = text.indexOf(home);
                while (at >= 0) {
                    int name = at + home.length();
                    if (isRoot(text, at) && !isRoute(text, at)) {
                        unix(text, name, marks.limit(), spans);
                    }
                    at = text.indexOf(home, name);
                }
            }
        }
        if (marks.has(':')) {
            windows(text, marks, spans);
        }
    }

    /// Whether the path begins here: it is no part of a longer one, nor of a web address.
    private static boolean isRoot(String text, int at) {
        char before = Chars.at(text, at - 1);
        if (before == '/') {
            return Chars.at(text, at - 2) == '/' && Chars.at(text, at - 3) == ':';
        }
        // C:/Users/, /c/Users/ and /mnt/c/Users/
        if (Chars.isLetter(before)) {
            return (Chars.at(text, at - 2) == '/' && !Chars.isAlnum(Chars.at(text, at - 3)))
                    || text.startsWith("/mnt/", at - 6)
                    || text.startsWith("\\n", at - 2);
        }
        return !Chars.isAlnum(before) && before != '.' && before != '-' && before != '_';
    }

    /// `GET /home/products`
    private static boolean isRoute(String text, int at) {
        int end = at;
        while (end > 0 && at - end < 4 && !Chars.isAlnum(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 8 && Chars.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start < end && METHODS.contains(text.substring(start, end));
    }

    private static void unix(String text, int name, int limit, Spans spans) {
        int end = name;
        while (end < limit && end - name < LONGEST && isName(text.charAt(end))) {
            end++;
        }
        while (end > name && text.charAt(end - 1) == '.') {
            end--;
        }
        add(text, name, end, spans);
    }

    private static boolean isName(char c) {
        return Chars.isAnyAlnum(c) || c == '_' || c == '-' || c == '.' || c == '@' || c == '+';
    }

    /// `C:\Users\` and `C:/Users/`; backslashes may be doubled.
    private static void windows(String text, Marks marks, Spans spans) {
        int limit = marks.limit();
        int colon = text.indexOf(':');
        while (colon >= 0 && colon < limit) {
            int folder = skipSlashes(text, colon + 1);
            if (folder > colon + 1 && Chars.isLetter(Chars.at(text, colon - 1))) {
                for (String home : WINDOWS) {
                    int name = skipSlashes(text, folder + home.length());
                    if (Chars.startsWithIgnoreCase(text, folder, home)
                            && name > folder + home.length()) {
                        add(text, name, windowsEnd(text, name, limit), spans);
                    }
                }
            }
            colon = text.indexOf(':', colon + 1);
        }
    }

    private static int skipSlashes(String text, int from) {
        int i = from;
        while (i - from < 4 && (Chars.at(text, i) == '\\' || Chars.at(text, i) == '/')) {
            i++;
        }
        return i;
    }

    /// A name may have spaces if a folder follows it.
    private static int windowsEnd(String text, int name, int limit) {
        int last = Math.min(limit, name + LONGEST);
        int space = -1;
        for (int i = name; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '/') {
                return i;
            }
            if (c == ' ' && space < 0) {
                space = i;
            }
            if (!isName(c) && c != ' ' && c != '~' && c != '(' && c != ')') {
                return space < 0 ? i : space;
            }
        }
        return space < 0 ? last : space;
    }

    private static void add(String text, int name, int end, Spans spans) {
        if (end > name
                && Chars.isAnyAlnum(text.charAt(name))
                && !MACHINES.contains(Chars.lowerCase(text, name, end))) {
            spans.add(ScrubRule.USER_PATH, name, end);
        }
    }
}
