package dev.faultline.grouping.trace;

/// Names of Ruby's methods and files, the same for all versions of Ruby.
final class RubyNames {

    /// Folders a project's or a gem's code lies in.
    private static final Starts FOLDERS =
            Starts.of("app/", "lib/", "config/", "spec/", "test/", "bin/");

    private RubyNames() {}

    /// `block (2 levels) in find`, `rescue in Shop::Orders#find` -> `find`
    static String function(String printed) {
        String name = printed;
        int in = name.lastIndexOf(" in ");
        if (in > 0) {
            name = name.substring(in + 4);
        }
        // Since Ruby 3.4 the class stands before the method; its file tells it already.
        int method =
                Math.max(name.lastIndexOf('#'), name.startsWith("<") ? -1 : name.lastIndexOf('.'));
        if (method > 0 && method + 1 < name.length()) {
            name = name.substring(method + 1);
        }
        // A view: `_app_views_orders_show_html_erb__123_456`
        return name.startsWith("_app_views_") ? "view" : name;
    }

    /// `app/models/order`
    static String module(String path) {
        String file = path;
        int slash = path.lastIndexOf('/');
        while (slash >= 0 && !FOLDERS.at(path, slash + 1)) {
            slash = path.lastIndexOf('/', slash - 1);
        }
        if (slash >= 0) {
            file = path.substring(slash + 1);
        } else if (!FOLDERS.at(path, 0)) {
            file = Paths.tail(path);
        }
        return file.endsWith(".rb") ? file.substring(0, file.length() - 3) : file;
    }

    static boolean isLibrary(String path) {
        return path.startsWith("<internal:")
                || path.startsWith("(eval")
                || path.startsWith("org/jruby/")
                || path.startsWith("/usr/lib/ruby/")
                || path.contains("/bin/")
                || path.startsWith("bin/")
                || isGem(path)
                || Paths.isLibrary(path);
    }

    /// Rails shortens paths of gems: `activerecord (7.0.4) lib/active_record/core.rb`
    private static boolean isGem(String path) {
        int open = path.indexOf(" (");
        return open > 0 && path.indexOf(") lib/", open) > 0;
    }
}
