package dev.faultline.grouping.trace;

/// Paths of source files: what in them varies with the machine, and which lie where libraries are
/// installed.
final class Paths {

    /// Folders that package managers and toolchains install into, whichever language's.
    private static final Starts LIBRARY_FOLDERS =
            Starts.of(
                    // JavaScript
                    "node_modules/",
                    "bower_components/",
                    ".pnpm/",
                    ".yarn/",
                    // Python
                    "site-packages/",
                    "dist-packages/",
                    ".venv/",
                    ".pyenv/",
                    // PHP, Go, JavaScript
                    "vendor/",
                    // Ruby
                    "gems/",
                    "rubygems/",
                    "lib/ruby/",
                    ".rbenv/",
                    ".rvm/",
                    // Rust
                    "rustc/",
                    ".cargo/",
                    "registry/src/",
                    "git/checkouts/",
                    ".rustup/",
                    // Go
                    "pkg/mod/",
                    // .NET, Dart, Swift, Objective-C
                    ".nuget/",
                    ".pub-cache/",
                    "Frameworks/",
                    "Xcode.app/");

    private Paths() {}

    static boolean isLibrary(String path) {
        // Windows' separator is the rare one.
        String unix = path.indexOf('\\') < 0 ? path : path.replace('\\', '/');
        int start = 0;
        for (int slash = unix.indexOf('/'); slash >= 0; slash = unix.indexOf('/', start)) {
            if (LIBRARY_FOLDERS.at(unix, start)) {
                return true;
            }
            start = slash + 1;
        }
        return false;
    }

    static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /// The last folder, or nothing if it tells where a build or a deployment lies and not what is
    /// in it.
    ///
    /// @param start of the path
    /// @param end of the folder
    static String folder(String path, int start, int end) {
        int from = end;
        while (from > start && !isSlash(path.charAt(from - 1))) {
            from--;
        }
        return isPlace(path, from, end) ? "" : path.substring(from, end);
    }

    /// `.`, `app`, `12`, `v1.2`, `20240101120000`, `3f2a1b9c`
    private static boolean isPlace(String path, int start, int end) {
        int length = end - start;
        if (length == 0 || path.charAt(start) == '.' || path.charAt(end - 1) == ':') {
            return true;
        }
        boolean digit = false;
        boolean hex = true;
        boolean version = true;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            boolean isDigit = Line.isDigit(c);
            digit |= isDigit;
            hex &= isDigit || (c >= 'a' && c <= 'f');
            version &= isDigit || c == '.' || c == '-' || c == '_' || (c == 'v' && i == start);
        }
        boolean generated = digit && (version || (hex && length >= 7));
        return generated || Roots.hold(path, start, end);
    }

    /// The file and the folder it lies in, as far as that is the project's.
    static String tail(String path) {
        int name = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
        if (name <= 1) {
            return path.substring(name);
        }
        String folder = folder(path, 0, name - 1);
        return folder.isEmpty() ? path.substring(name) : folder + '/' + path.substring(name);
    }
}
