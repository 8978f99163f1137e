package dev.faultline.grouping.rule;

/// A pattern as an automaton whose states are bits: all ways to match are followed at once, 64
/// states with each operation. State *n* means that *n* steps of the pattern are matched.
sealed interface GlobProgram permits ShortGlobProgram, LongGlobProgram {

    boolean matches(String text);
}
