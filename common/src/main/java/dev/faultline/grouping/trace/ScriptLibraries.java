package dev.faultline.grouping.trace;

import java.util.Set;

/// What is the platform's or a library's in JavaScript: by where it lies, for its functions' names
/// do not tell.
final class ScriptLibraries {

    /// How places of engines and runtimes begin.
    private static final Starts STARTS =
            Starts.of(
                    "<",
                    "[",
                    "native",
                    "node:",
                    "internal/",
                    "ext:",
                    "deno:",
                    "bun:",
                    "electron/js2c",
                    "data:",
                    "index ",
                    "evalmachine",
                    "webpack/",
                    "(webpack)",
                    "chrome-extension:",
                    "moz-extension:",
                    "safari-extension:",
                    "safari-web-extension:",
                    "extensions::",
                    "chrome:",
                    "resource:",
                    "unknown",
                    "debugger:",
                    "InternalBytecode",
                    "node_modules/");

    /// Files of Node.js before version 15.
    private static final Set<String> NODE =
            Set.of(
                    "events.js",
                    "net.js",
                    "_http_server.js",
                    "_http_client.js",
                    "_http_common.js",
                    "http.js",
                    "module.js",
                    "timers.js",
                    "fs.js",
                    "stream.js",
                    "_stream_readable.js",
                    "_stream_writable.js",
                    "domain.js",
                    "vm.js",
                    "zlib.js",
                    "child_process.js",
                    "tty.js",
                    "bootstrap_node.js",
                    "assert.js",
                    "util.js",
                    "buffer.js",
                    "dns.js",
                    "tls.js",
                    "_tls_wrap.js",
                    "dgram.js",
                    "url.js",
                    "native");

    /// Hosts that serve other people's code.
    private static final Set<String> HOSTS =
            Set.of(
                    "cdn.jsdelivr.net",
                    "unpkg.com",
                    "cdnjs.cloudflare.com",
                    "ajax.googleapis.com",
                    "esm.sh",
                    "code.jquery.com",
                    "googletagmanager.com",
                    "google-analytics.com",
                    "googlesyndication.com",
                    "connect.facebook.net",
                    "js.stripe.com",
                    "maps.googleapis.com",
                    "www.gstatic.com",
                    "deno.land",
                    "jsr.io",
                    "cdn.skypack.dev",
                    "browser.sentry-cdn.com",
                    "static.hotjar.com",
                    "cdn.segment.com",
                    "js.intercomcdn.com",
                    "js.hs-scripts.com",
                    "clarity.ms",
                    "doubleclick.net",
                    "www.google-analytics.com");

    /// Bundles of libraries, by the first words of their files.
    private static final Starts BUNDLES =
            Starts.of(
                    "vendor",
                    "vendors",
                    "chunk-vendors",
                    "polyfill",
                    "framework-",
                    "webpack-",
                    "runtime-main",
                    "runtime~",
                    "react-dom",
                    "react.",
                    "react-",
                    "vue.",
                    "angular.",
                    "zone.",
                    "jquery",
                    "lodash",
                    "bootstrap.",
                    "axios.",
                    "rxjs",
                    "common-vendor",
                    "moment.",
                    "d3.");

    /// What compilers of newer syntax put into the application's own files.
    private static final Set<String> HELPERS =
            Set.of(
                    "__awaiter",
                    "__generator",
                    "fulfilled",
                    "rejected",
                    "asyncGeneratorStep",
                    "_next",
                    "_throw",
                    "tryCatch",
                    "__webpack_require__",
                    "__webpack_exec__",
                    "__require",
                    "_asyncToGenerator",
                    "_callee$",
                    "Generator.invoke",
                    "Generator._invoke",
                    "Generator.next",
                    "Generator.throw",
                    "Generator.<anonymous>",
                    "_invoke",
                    "Promise.all",
                    "Promise.allSettled",
                    "Promise.race",
                    "Promise.then",
                    "__require2",
                    "_createClass",
                    "_classCallCheck",
                    "_callSuper",
                    "_construct",
                    "_wrapNativeSuper",
                    "__decorate",
                    "__importStar",
                    "_interopRequireDefault",
                    "_loop",
                    "__async",
                    "__spread",
                    "processTicksAndRejections",
                    "invokeGuardedCallback",
                    "commonJS",
                    "__commonJS");

    private ScriptLibraries() {}

    static boolean hold(String path) {
        if (STARTS.at(path, 0) || Paths.isLibrary(path) || isNode(path)) {
            return true;
        }
        int scheme = path.indexOf("://");
        return BUNDLES.at(path, path.lastIndexOf('/') + 1)
                || (scheme > 0 && isForeign(path, scheme + 3))
                || isBundler(path);
    }

    private static boolean isBundler(String path) {
        int bundler = path.indexOf("webpack/");
        return bundler >= 0
                && (path.startsWith("runtime/", bundler + 8)
                        || path.startsWith("bootstrap", bundler + 8));
    }

    private static boolean isNode(String path) {
        return path.indexOf('/') < 0 && NODE.contains(path);
    }

    private static boolean isForeign(String path, int start) {
        int slash = path.indexOf('/', start);
        String host = path.substring(start, slash < 0 ? path.length() : slash);
        return HOSTS.contains(host)
                || HOSTS.contains(host.substring(host.indexOf('.') + 1))
                || path.startsWith("/recaptcha/", start + host.length());
    }

    /// Whether the function is a compiler's, though it stands in a file of the application.
    static boolean isHelper(String function) {
        return HELPERS.contains(function);
    }
}
