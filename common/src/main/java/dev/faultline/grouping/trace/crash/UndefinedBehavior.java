package dev.faultline.grouping.trace.crash;

import dev.faultline.grouping.message.MessageTemplate;
import dev.faultline.grouping.trace.crash.CrashHead.Weight;

/// The kinds of undefined behaviour by the sentences that tell of them.
///
/// @see <a href="https://clang.llvm.org/docs/UndefinedBehaviorSanitizer.html">the checks</a>
final class UndefinedBehavior {

    /// Parts of sentences, the more telling ones first.
    private static final String[][] KINDS = {
        {"control flow integrity check", "bad-cast"},
        {"which does not point to an object of type", "bad-cast"},
        {"through pointer to incorrect function type", "incorrect-function-pointer-type"},
        {"load of null pointer", "null-dereference READ"},
        {"store to null pointer", "null-dereference WRITE"},
        {"null pointer passed as argument", "null-argument"},
        {"null pointer returned", "null-return"},
        {"offset to null pointer", "pointer-overflow"},
        {"pointer index expression", "pointer-overflow"},
        {"to null pointer", "null-reference"},
        {"null pointer", "null-dereference"},
        {"misaligned address", "misaligned-address"},
        {"unsigned integer overflow", "unsigned-integer-overflow"},
        {"integer overflow", "signed-integer-overflow"},
        {"negation of", "signed-integer-overflow"},
        {"division by zero", "division-by-zero"},
        {"division of", "signed-integer-overflow"},
        {"shift", "shift"},
        {"out of bounds for type", "index-out-of-bounds"},
        {"with insufficient space", "object-size"},
        {"is not a valid value for type", "invalid-value"},
        {"non-positive value", "non-positive-vla-bound-value"},
        {"overflowed to", "pointer-overflow"},
        {"outside the range of representable", "float-cast-overflow"},
        {"implicit conversion", "implicit-conversion"},
        {"without returning a value", "missing-return"},
        {"unreachable program point", "unreachable"},
        {"assumption", "assumption"},
        {"invalid builtin", "invalid-builtin-use"},
        {"passing zero to", "invalid-builtin-use"},
    };

    private UndefinedBehavior() {}

    static CrashHead read(String path, String sentence) {
        return new CrashHead(
                Weight.FAULT, "UndefinedBehaviorSanitizer: " + kind(sentence), "", path);
    }

    private static String kind(String sentence) {
        for (String[] kind : KINDS) {
            if (sentence.contains(kind[0])) {
                return kind[1];
            }
        }
        return MessageTemplate.of(sentence.length() > 200 ? sentence.substring(0, 200) : sentence);
    }
}
