package dev.faultline.grouping.trace;

/// Modules of Python by their files.
final class PythonFiles {

    private static final String[] PACKAGES = {"site-packages", "dist-packages"};

    private PythonFiles() {}

    /// `shop.orders` of `/srv/releases/12/shop/orders.py`; for libraries from the package's root.
    static String module(String path) {
        String file = fromPackages(path);
        String tail = file.length() < path.length() ? file : Paths.tail(path);
        if (tail.endsWith(".py")) {
            tail = tail.substring(0, tail.length() - 3);
        } else if (tail.endsWith(".pyx") || tail.endsWith(".pyc")) {
            tail = tail.substring(0, tail.length() - 4);
        }
        String module = tail.replace('/', '.').replace('\\', '.');
        return module.endsWith(".__init__")
                ? module.substring(0, module.length() - ".__init__".length())
                : module.startsWith("<ipython-input-") ? "<ipython>" : module;
    }

    private static String fromPackages(String path) {
        for (String packages : PACKAGES) {
            int at = path.lastIndexOf(packages);
            if (at >= 0 && at + packages.length() + 1 < path.length()) {
                return path.substring(at + packages.length() + 1);
            }
        }
        return path;
    }

    static boolean isLibrary(String path) {
        return path.startsWith("<frozen ")
                || path.startsWith("<attrs ")
                || path.startsWith("<decorator")
                || path.startsWith("<__array_function__")
                || isStandard(path)
                || Paths.isLibrary(path);
    }

    /// `/usr/lib/python3.12/json/decoder.py`, `C:\Python312\Lib\json\decoder.py`
    private static boolean isStandard(String path) {
        int at = path.indexOf("ython");
        while (at > 0) {
            boolean lower = path.charAt(at - 1) == 'p';
            int end = at + "ython".length();
            while (end < path.length()
                    && (Line.isDigit(path.charAt(end)) || path.charAt(end) == '.')) {
                end++;
            }
            if (end > at + "ython".length()) {
                boolean installed = path.regionMatches(true, Math.max(0, at - 5), "lib", 0, 3);
                boolean windows = path.regionMatches(true, end + 1, "lib", 0, 3);
                if (windows || (lower && installed) || path.startsWith("zip", end)) {
                    return true;
                }
            }
            at = path.indexOf("ython", end);
        }
        return path.contains("/lib-python/")
                || path.contains("/pypy3")
                || path.startsWith("/var/runtime/");
    }
}
