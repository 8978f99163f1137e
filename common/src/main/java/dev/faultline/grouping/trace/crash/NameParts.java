package dev.faultline.grouping.trace.crash;

import java.util.ArrayList;
import java.util.List;

/// The parts of a name while it is read, from the outermost namespace to the function.
final class NameParts {

    /// Stands for every kind of function without a name.
    static final String LAMBDA = "lambda";

    private final List<String> parts = new ArrayList<>(6);

    List<String> list() {
        return parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void clear() {
        parts.clear();
    }

    void addAll(List<String> names) {
        parts.addAll(names);
    }

    /// A part as it was printed; what says nothing is passed over.
    void add(String name) {
        int block = name.indexOf("_block_invoke");
        if (block > 0) {
            parts.add(name.substring(name.startsWith("__") ? 2 : 0, block));
            addLambda();
        } else if (name.startsWith("lambda_") || name.startsWith("__lambda")) {
            addLambda();
        } else if (!isNoise(name)) {
            parts.add(name);
        }
    }

    void addLambda() {
        if (parts.isEmpty() || !LAMBDA.equals(parts.getLast())) {
            parts.add(LAMBDA);
        }
    }

    /// Namespaces that are inline or have no name, hashes, the call of a lambda.
    private boolean isNoise(String name) {
        if (name.isEmpty() || "_".equals(name) || name.startsWith("_GLOBAL__N")) {
            return true;
        }
        if (parts.isEmpty()) {
            return false;
        }
        String last = parts.getLast();
        return ("std".equals(last) && name.startsWith("__") && name.length() <= 7)
                || (LAMBDA.equals(last) && name.startsWith("operator()"))
                || (name.length() == 17 && name.charAt(0) == 'h' && Scan.hex(name, 1) == 17);
    }
}
