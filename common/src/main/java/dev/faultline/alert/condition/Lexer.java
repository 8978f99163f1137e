package dev.faultline.alert.condition;

import dev.faultline.alert.condition.ConditionException.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a condition into tokens, in one pass.
final class Lexer {

    private static final String SINGLE_SYMBOLS = "(){},%";
    private static final String COMPARING_SYMBOLS = "<>=!";
    private static final List<String> PAIRS = List.of(">=", "<=", "==", "!=", "=~");

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /// The tokens, the last of which is the end.
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Token.Kind.END, "", at, 0));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private Token next() {
        char c = text.charAt(at);
        if (isDigit(c)) {
            return number();
        }
        if (isLetter(c)) {
            return until(Token.Kind.WORD, endOfWord());
        }
        if (c == '"' || c == '\'') {
            return literal(c);
        }
        if (SINGLE_SYMBOLS.indexOf(c) >= 0) {
            return until(Token.Kind.SYMBOL, at + 1);
        }
        if (COMPARING_SYMBOLS.indexOf(c) >= 0) {
            boolean pair = PAIRS.contains(text.substring(at, Math.min(at + 2, text.length())));
            return until(Token.Kind.SYMBOL, at + (pair ? 2 : 1));
        }
        throw trouble(Character.charCount(text.codePointAt(at)), "a word, a number or a symbol");
    }

    private Token number() {
        int end = endOfDigits(at);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = endOfDigits(end + 1);
        }
        return until(Token.Kind.NUMBER, end);
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && isInWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private Token literal(char quote) {
        StringBuilder value = new StringBuilder();
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            if (text.charAt(end) == '\\' && end + 1 < text.length()) {
                end++;
            }
            value.append(text.charAt(end++));
        }
        if (end == text.length()) {
            throw trouble(1, "a closing " + quote + " to this one");
        }
        Token token = new Token(Token.Kind.LITERAL, value.toString(), at, end + 1 - at);
        at = end + 1;
        return token;
    }

    private Token until(Token.Kind kind, int end) {
        Token token = new Token(kind, text.substring(at, end), at, end - at);
        at = end;
        return token;
    }

    private ConditionException trouble(int length, String expected) {
        Token token = new Token(Token.Kind.SYMBOL, text.substring(at, at + length), at, length);
        return Trouble.at(text, token, Kind.SYNTAX, expected);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isInWord(char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '-';
    }
}
