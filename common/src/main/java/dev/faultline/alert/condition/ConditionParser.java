package dev.faultline.alert.condition;

import dev.faultline.alert.condition.Compound.Operator;
import dev.faultline.alert.condition.ConditionException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a condition from left to right: how tests are joined, and what stands at the end.
/// [TestParser] reads the tests.
final class ConditionParser {

    private static final String WHAT_FOLLOWS = "and, or, for, recover, keep or the end";

    private final TokenReader tokens;
    private final TestParser tests;
    private int depth;

    ConditionParser(String text, ConditionFields fields) {
        this.tokens = new TokenReader(text);
        this.tests = new TestParser(tokens, fields);
    }

    AlertCondition parse() {
        Expression expression = expression();
        Duration lasting = tokens.accept("for") ? hold("for") : null;
        Recovery recovery = tokens.peek().is("recover") ? recovery(expression) : null;
        Duration keep = tokens.accept("keep") ? hold("keep") : null;
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.expected(whatFollows(lasting, recovery, keep));
        }
        tests.checkFields();
        return new AlertCondition(expression, lasting, recovery, keep);
    }

    private Expression expression() {
        List<Expression> parts = new ArrayList<>();
        parts.add(part());
        Operator operator = operator();
        while (operator != null) {
            tokens.next();
            parts.add(part());
            Operator following = operator();
            if (following == null) {
                tests.addNode();
                return new Compound(operator, parts);
            }
            if (following != operator) {
                throw tokens.trouble(
                        tokens.peek(),
                        Kind.SYNTAX,
                        "put parentheses around what belongs together: and and or are not mixed");
            }
        }
        return parts.getFirst();
    }

    private @Nullable Operator operator() {
        for (Operator operator : Operator.values()) {
            if (tokens.peek().is(operator.word())) {
                return operator;
            }
        }
        return null;
    }

    private Expression part() {
        Token open = tokens.peek();
        if (!tokens.accept("(")) {
            return tests.test();
        }
        if (++depth > ConditionLimits.MAX_DEPTH) {
            throw tokens.trouble(
                    open,
                    Kind.LIMIT,
                    "parentheses stand at most %d deep".formatted(ConditionLimits.MAX_DEPTH));
        }
        Expression expression = expression();
        Token next = tokens.peek();
        if (next.is("for") || next.is("recover") || next.is("keep")) {
            throw tokens.trouble(
                    next,
                    Kind.SYNTAX,
                    "for, recover and keep belong to the whole condition: put them at its end");
        }
        tokens.expect(")", "and, or or )");
        depth--;
        return expression;
    }

    private Duration hold(String word) {
        Token token = tokens.peek();
        Duration length = tokens.duration("a time, such as 2m");
        if (length.compareTo(ConditionLimits.MAX_HOLD) > 0) {
            throw tokens.trouble(
                    token,
                    Kind.LIMIT,
                    "%s must be at most %s"
                            .formatted(word, TimeSpan.text(ConditionLimits.MAX_HOLD)));
        }
        return length;
    }

    private Recovery recovery(Expression expression) {
        Token word = tokens.next();
        boolean below = tokens.accept("below");
        if (!below) {
            tokens.expect("above", "below or above");
        }
        Token number = tokens.peek();
        var recovery =
                new Recovery(
                        below ? Recovery.Side.BELOW : Recovery.Side.ABOVE,
                        tokens.number("a number"));
        RecoveryCheck.complaint(expression, recovery)
                .ifPresent(complaint -> {
                    throw tokens.trouble(
                            complaint.aboutValue() ? number : word,
                            Kind.LIMIT,
                            complaint.sentence());
                });
        return recovery;
    }

    private static String whatFollows(
            @Nullable Duration lasting, @Nullable Recovery recovery, @Nullable Duration keep) {
        if (keep != null) {
            return "the end of the condition";
        }
        if (recovery != null) {
            return "keep or the end";
        }
        return lasting != null ? "recover, keep or the end" : WHAT_FOLLOWS;
    }
}
