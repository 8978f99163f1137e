package dev.faultline.grouping.trace;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of the JVM's languages without what compilers, proxies and modules add.
final class JvmNames {

    /// Classes made at run time, whoever made them: Spring and CGLIB, the JDK, Javassist,
    /// Hibernate, Byte Buddy, Mockito, Micronaut, Weld.
    private static final String[] GENERATED = {
        "$$Lambda",
        "$$EnhancerBy",
        "$$FastClassBy",
        "$$SpringCGLIB",
        "CGLIB$",
        "$Proxy",
        "_$$_",
        "$HibernateProxy",
        "$ByteBuddy",
        "$MockitoMock",
        "$Intercepted",
        "$Definition$",
        "$$Proxy",
        "$$_",
        "$auxiliary$",
        "_Subclass",
        "_ClientProxy",
        "$quarkus"
    };

    /// Reflection changes its frames after some calls.
    private static final Set<String> REFLECTION =
            Set.of(
                    "jdk.internal.reflect",
                    "sun.reflect",
                    "java.lang.invoke",
                    "jdk.internal.misc.VM",
                    "com.sun.proxy");

    /// Quarkus names what it makes by a last word.
    private static final String[] GENERATED_ENDINGS = {"_ClientProxy", "_Subclass", "_Bean"};

    private JvmNames() {}

    /// @return null if the frame was made at run time
    static @Nullable StackFrame frame(String printed, String path) {
        String name = printed;
        int slash = name.lastIndexOf('/');
        if (slash >= 0) {
            if (name.startsWith("0x", slash + 1) || name.contains("$$Lambda")) {
                return null;
            }
            name = name.substring(slash + 1);
        }
        int dot = name.lastIndexOf('.');
        String module = dot < 0 ? "" : name.substring(0, dot);
        String function = name.substring(dot + 1);
        if (isReflection(module)) {
            return null;
        }
        int mark = name.indexOf('$');
        if (mark >= 0) {
            if (isGenerated(name) || function.startsWith("access$")) {
                return null;
            }
            if (isClojure(path, function)) {
                return clojure(module, path);
            }
            String type = type(module);
            function = function(function, module);
            module = type;
        } else if (isGeneratedByEnding(module)) {
            return null;
        }
        int dash = function.indexOf('-');
        if (dash > 0) {
            // Kotlin's functions on value classes carry a hash.
            function = function.substring(0, dash);
        }
        return new StackFrame(Language.JVM, module, function, path, !JvmLibraries.hold(module));
    }

    private static boolean isClojure(String path, String function) {
        return path.endsWith(".clj")
                || path.endsWith(".cljc")
                || function.equals("invokeStatic")
                || function.equals("doInvoke");
    }

    private static boolean isReflection(String module) {
        if (!module.startsWith("j")
                && !module.startsWith("sun.")
                && !module.startsWith("com.sun")) {
            return false;
        }
        int dot = module.lastIndexOf('.');
        return dot > 0
                && REFLECTION.contains(module.substring(0, dot))
                && !module.equals("java.lang.invoke.MethodHandle");
    }

    private static boolean isGenerated(String name) {
        for (String mark : GENERATED) {
            if (name.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGeneratedByEnding(String module) {
        for (String ending : GENERATED_ENDINGS) {
            if (module.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /// `Orders$Inner$2` -> `Orders.Inner`, `Orders$` -> `Orders`, `Orders$find$1` -> `Orders`
    private static String type(String module) {
        int mark = module.indexOf('$');
        if (mark < 0) {
            return module;
        }
        StringBuilder type = new StringBuilder(module.length()).append(module, 0, mark);
        while (mark >= 0 && mark < module.length()) {
            int end = module.indexOf('$', mark + 1);
            int to = end < 0 ? module.length() : end;
            int from = Line.endOfDigits(module, mark + 1);
            // Classes within begin with a capital, functions do not.
            if (from < to && Character.isUpperCase(module.charAt(from))) {
                type.append('.').append(module, from, to);
            }
            mark = end;
        }
        return type.toString();
    }

    /// `lambda$find$3`, `$anonfun$find$1`, `find$default`, `find$lambda-0`, `find$suspendImpl`
    private static String function(String function, String module) {
        if (isCall(function)) {
            return enclosing(module, function);
        }
        int start = 0;
        if (function.startsWith("lambda$")) {
            start = 7;
        } else {
            int anonymous = function.lastIndexOf("$anonfun$");
            if (anonymous >= 0
                    && anonymous + 9 < function.length()
                    && !Line.isDigit(function.charAt(anonymous + 9))) {
                start = anonymous + 9;
            }
        }
        int end = function.indexOf('$', start);
        // Scala's operators are words after a mark: `$plus$plus`
        return end <= start ? function.substring(start) : function.substring(start, end);
    }

    /// Functions by which a function's own class is called.
    private static boolean isCall(String function) {
        return switch (function) {
            case "invoke", "invokeSuspend", "apply", "doCall", "call", "emit", "applyOrElse" ->
                    true;
            default -> function.startsWith("apply$mc") || function.startsWith("$anonfun$apply");
        };
    }

    /// `Orders$find$1` -> `find`; Groovy's `Orders$_find_closure1`, Scala's
    /// `Orders$$anonfun$find$1`
    private static String enclosing(String module, String function) {
        int mark = module.indexOf('$');
        while (mark >= 0) {
            int end = module.indexOf('$', mark + 1);
            String part = module.substring(mark + 1, end < 0 ? module.length() : end);
            int closure = part.indexOf("_closure");
            if (closure > 1 && part.charAt(0) == '_') {
                return part.substring(1, closure);
            }
            if (!part.isEmpty()
                    && Character.isLowerCase(part.charAt(0))
                    && !part.equals("anonfun")
                    && !part.equals("lambda")) {
                return part;
            }
            mark = end;
        }
        return function.indexOf('$') >= 0 ? "apply" : function;
    }

    /// `shop.orders$find$fn__1234` -> `shop.orders`, `find`
    private static StackFrame clojure(String module, String path) {
        int mark = module.indexOf('$');
        String namespace = mark < 0 ? module : module.substring(0, mark);
        int end = mark < 0 ? -1 : module.indexOf('$', mark + 1);
        String function =
                mark < 0 ? "" : module.substring(mark + 1, end < 0 ? module.length() : end);
        int number = function.indexOf("__");
        if (number > 0) {
            function = function.substring(0, number);
        }
        int digits = Line.startOfDigits(function, function.length());
        if (function.startsWith("eval") && digits == 4) {
            function = "eval";
        }
        return new StackFrame(
                Language.JVM, namespace, function, path, !JvmLibraries.hold(namespace));
    }
}
