package dev.faultline.alert.condition;

import dev.faultline.alert.condition.ConditionException.Kind;
import dev.faultline.alert.condition.ConditionException.Place;

/// Words for what is wrong with a token.
final class Trouble {

    private Trouble() {}

    /// Something else was expected.
    static ConditionException at(String text, Token token, Kind kind, String expected) {
        return new ConditionException(
                kind,
                new Place(text, token.position(), token.length(), token.named(), expected),
                "condition, character %d: found %s, but expected %s"
                        .formatted(token.position() + 1, token.named(), expected));
    }

    /// It can't be taken.
    ///
    /// @param sentence why, and what to do
    static ConditionException with(String text, Token token, Kind kind, String sentence) {
        return new ConditionException(
                kind,
                new Place(text, token.position(), token.length(), token.named(), ""),
                "condition, character %d: %s".formatted(token.position() + 1, sentence));
    }
}
