package dev.faultline.grouping.trace;

import java.util.Set;

/// Names of PHP's functions without arguments and places of closures and anonymous classes.
final class PhpNames {

    private static final String ANONYMOUS = "@anonymous";

    /// Functions that call back, load or stand for a language construct.
    private static final Set<String> CORE =
            Set.of(
                    "call_user_func",
                    "call_user_func_array",
                    "array_map",
                    "array_walk",
                    "array_filter",
                    "array_reduce",
                    "usort",
                    "uasort",
                    "uksort",
                    "preg_replace_callback",
                    "include",
                    "include_once",
                    "require",
                    "require_once",
                    "spl_autoload_call",
                    "iterator_to_array",
                    "iterator_apply",
                    "ob_start",
                    "ob_end_flush",
                    "trigger_error",
                    "unserialize",
                    "serialize",
                    "json_encode",
                    "json_decode",
                    "eval",
                    "forward_static_call",
                    "func_get_args",
                    "mysqli_query",
                    "file_get_contents",
                    "fopen");

    private PhpNames() {}

    /// @param own whether the function can be the application's at all
    static StackFrame frame(String printed, String path, boolean own) {
        if (printed.contains("\\\\")) {
            // Loggers escape the separator.
            return frame(printed.replace("\\\\", "\\"), path, own);
        }
        int closure = printed.indexOf("{closure");
        int open =
                printed.indexOf('(', closure < 0 ? 0 : Math.max(0, printed.indexOf('}', closure)));
        String name = printed.substring(0, open < 0 ? printed.length() : open);
        int arrow = separator(name);
        String module = arrow < 0 ? "" : name.substring(0, arrow);
        String function = arrow < 0 ? name : name.substring(arrow + 2);
        int anonymous = module.indexOf(ANONYMOUS);
        if (anonymous >= 0) {
            // Of `Base@anonymous` the base tells more.
            boolean based = !module.startsWith("class@");
            module = module.substring(0, based ? anonymous : anonymous + ANONYMOUS.length());
        }
        if (closure >= 0) {
            String before = name.substring(0, Math.min(closure, name.length()));
            int slash = before.lastIndexOf('\\');
            module = !module.isEmpty() ? module : slash < 0 ? "" : before.substring(0, slash);
            function = "{closure}";
        } else if (module.isEmpty()) {
            int slash = function.lastIndexOf('\\');
            module = slash < 0 ? "" : function.substring(0, slash);
            function = function.substring(slash + 1);
        }
        boolean library =
                PhpLibraries.hold(module)
                        || (module.isEmpty() && CORE.contains(function))
                        || Paths.isLibrary(path)
                        || PhpLibraries.isCore(path);
        return new StackFrame(Language.PHP, module, function, path, own && !library);
    }

    private static int separator(String name) {
        int arrow = name.indexOf("->");
        return arrow >= 0 ? arrow : name.indexOf("::");
    }
}
