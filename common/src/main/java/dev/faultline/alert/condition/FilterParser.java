package dev.faultline.alert.condition;

import dev.faultline.alert.condition.ConditionException.Kind;
import dev.faultline.alert.condition.Filter.How;
import dev.faultline.alert.condition.Filter.Matcher;
import dev.faultline.event.Level;
import dev.faultline.event.Severity;
import java.util.ArrayList;
import java.util.List;

/// Reads filters: `{level="error", source in ("web", "api")}`.
final class FilterParser {

    private final TokenReader tokens;

    FilterParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    /// @return a filter that all events pass, if there is none
    Filter optional() {
        return tokens.peek().is("{") ? filter() : Filter.ALL;
    }

    Filter filter() {
        tokens.expect("{", "a filter, such as {level=\"error\"}");
        List<Matcher> matchers = new ArrayList<>();
        do {
            matchers.add(matcher());
        } while (tokens.accept(","));
        tokens.expect("}", "a comma or }");
        return new Filter(matchers);
    }

    private Matcher matcher() {
        Field field = field();
        How how = how();
        List<String> values = new ArrayList<>();
        if (how == How.IN) {
            tokens.expect("(", "a list, such as (\"web\", \"api\")");
            do {
                Token token = tokens.peek();
                values.add(literal(field, how));
                if (values.size() > ConditionLimits.MAX_LIST) {
                    throw tokens.trouble(
                            token,
                            Kind.LIMIT,
                            "a list has at most %d literals".formatted(ConditionLimits.MAX_LIST));
                }
            } while (tokens.accept(","));
            tokens.expect(")", "a comma or )");
        } else {
            values.add(literal(field, how));
        }
        return new Matcher(field, how, values);
    }

    private Field field() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.WORD && Vocabulary.isFieldToCome(token.text())) {
            throw tokens.trouble(
                    token,
                    Kind.UNSUPPORTED,
                    "filters by %s are not supported yet; supported are %s"
                            .formatted(token.text(), Vocabulary.fields()));
        }
        Field field =
                Vocabulary.field(token.text())
                        .filter(_ -> token.kind() == Token.Kind.WORD)
                        .orElseThrow(() -> tokens.expected("a field: " + Vocabulary.fields()));
        tokens.next();
        return field;
    }

    private How how() {
        for (How how : How.values()) {
            if (tokens.accept(how.symbol())) {
                return how;
            }
        }
        if (tokens.accept("==")) {
            return How.IS;
        }
        throw tokens.expected("=, !=, =~ or in");
    }

    private String literal(Field field, How how) {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.LITERAL) {
            throw tokens.expected("a text in quotes");
        }
        String value = token.text();
        if (value.length() > ConditionLimits.MAX_LITERAL || (value.isEmpty() && how == How.LIKE)) {
            throw tokens.trouble(
                    token,
                    Kind.LIMIT,
                    "a text has at most %d characters, and a pattern at least one"
                            .formatted(ConditionLimits.MAX_LITERAL));
        }
        if (how != How.LIKE && !isPossible(field, value)) {
            throw tokens.expected(
                    field == Field.LEVEL
                            ? "one of error, warning, info, debug (severity tells fatal apart)"
                            : "one of fatal, error, warning, info, debug");
        }
        tokens.next();
        return value;
    }

    private static boolean isPossible(Field field, String value) {
        return switch (field) {
            case LEVEL -> Level.parse(value).isPresent();
            case SEVERITY -> Severity.parse(value).filter(s -> s.text().equals(value)).isPresent();
            case SOURCE, ENVIRONMENT, GROUP -> true;
        };
    }
}
