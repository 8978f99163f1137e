package dev.faultline.alert.condition;

import dev.faultline.alert.condition.ConditionException.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Goes through the tokens of a condition, and reads those that stand for values.
final class TokenReader {

    private final String text;
    private final List<Token> tokens;
    private int at;

    /// @throws ConditionException if the text is too long or has what is no token
    TokenReader(String text) {
        this.text = text;
        if (text.length() > ConditionLimits.MAX_LENGTH) {
            int over = ConditionLimits.MAX_LENGTH;
            throw Trouble.with(
                    text,
                    new Token(Token.Kind.SYMBOL, "", over, text.length() - over),
                    Kind.LIMIT,
                    "a condition has at most %d characters, but this has %d"
                            .formatted(over, text.length()));
        }
        this.tokens = new Lexer(text).tokens();
    }

    Token peek() {
        return tokens.get(at);
    }

    /// The next token, which the reader then has left behind; the end is never left behind.
    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    /// Whether this word or symbol comes next; if so, it is left behind.
    boolean accept(String wordOrSymbol) {
        boolean accepted = peek().is(wordOrSymbol);
        if (accepted) {
            at++;
        }
        return accepted;
    }

    void expect(String wordOrSymbol, String expected) {
        if (!accept(wordOrSymbol)) {
            throw expected(expected);
        }
    }

    /// A number from 0 to the largest there may be.
    BigDecimal number(String expected) {
        Token token = peek();
        if (token.kind() != Token.Kind.NUMBER) {
            throw expected(expected);
        }
        if (token.length()
                > ConditionLimits.MAX_NUMBER.precision() + 1 + ConditionLimits.MAX_DECIMALS) {
            throw tooLarge(token);
        }
        BigDecimal number = ConditionLimits.plain(new BigDecimal(token.text()));
        checkNumber(number, token);
        at++;
        return number;
    }

    /// Whether the number can be taken, wherever it comes from.
    void checkNumber(BigDecimal number, Token token) {
        if (number.signum() < 0
                || number.compareTo(ConditionLimits.MAX_NUMBER) > 0
                || number.stripTrailingZeros().scale() > ConditionLimits.MAX_DECIMALS) {
            throw tooLarge(token);
        }
    }

    private ConditionException tooLarge(Token token) {
        return trouble(
                token,
                Kind.LIMIT,
                "a number must be 0 to %s, with at most %d decimals"
                        .formatted(ConditionLimits.MAX_NUMBER, ConditionLimits.MAX_DECIMALS));
    }

    /// A whole number.
    long count(String expected) {
        Token token = peek();
        BigDecimal number = number(expected);
        if (number.scale() > 0) {
            throw Trouble.at(text, token, Kind.SYNTAX, expected);
        }
        return number.longValueExact();
    }

    /// `5m`, `5 minutes` or `PT5M`.
    Duration duration(String expected) {
        Token first = peek();
        if (first.kind() == Token.Kind.WORD) {
            Duration iso = TimeSpan.ofIso(first.text()).orElseThrow(() -> expected(expected));
            at++;
            return iso;
        }
        long count = count(expected);
        Token unit = peek();
        if (unit.kind() != Token.Kind.WORD || TimeSpan.unit(unit.text()).isEmpty()) {
            throw expected("a unit of time, such as s, minutes, h or d");
        }
        at++;
        return TimeSpan.of(count, unit.text())
                .orElseThrow(
                        () -> trouble(first, Kind.LIMIT, "no time here is longer than 30 days"));
    }

    ConditionException expected(String expected) {
        return Trouble.at(text, peek(), Kind.SYNTAX, expected);
    }

    ConditionException trouble(Token token, Kind kind, String sentence) {
        return Trouble.with(text, token, kind, sentence);
    }
}
