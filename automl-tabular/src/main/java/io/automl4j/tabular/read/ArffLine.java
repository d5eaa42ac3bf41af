package io.automl4j.tabular.read;

import java.util.ArrayList;
import java.util.List;

/** Reads the tokens of one line of an ARFF file: bare words, and texts in either quote with backslashes. */
final class ArffLine {
    private final String line;
    private int at;

    ArffLine(String line) {
        this.line = line;
    }

    void skipSpaces() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    /** Whether nothing but spaces and a comment is left. */
    boolean atEnd() {
        skipSpaces();
        return at == line.length() || line.charAt(at) == '%';
    }

    /** Takes a character if it is the next one. */
    boolean take(char wanted) {
        skipSpaces();
        boolean found = at < line.length() && line.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /** The next word or quoted text; a word ends at a space or one of the given characters. */
    String token(String borders) {
        skipSpaces();
        if (at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '"')) {
            return quoted(line.charAt(at++));
        }
        int from = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at)) && borders.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(from, at);
    }

    /** The next cell, which may hold spaces even without quotes, up to a comma, a comment or the given character. */
    String cell(char border) {
        skipSpaces();
        if (at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '"')) {
            return quoted(line.charAt(at++));
        }
        int from = at;
        while (at < line.length() && ",%".indexOf(line.charAt(at)) < 0 && line.charAt(at) != border) {
            at++;
        }
        return line.substring(from, at).strip();
    }

    private String quoted(char quote) {
        StringBuilder text = new StringBuilder();
        while (at < line.length() && line.charAt(at) != quote) {
            char c = line.charAt(at++);
            text.append(c == '\\' && at < line.length() ? escaped(line.charAt(at++)) : c);
        }
        if (at == line.length()) {
            throw new IllegalArgumentException("the quote %s is not closed".formatted(quote));
        }
        at++;
        return text.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /** The rest of a list of cells up to a closing brace. */
    List<String> untilBrace() {
        List<String> cells = new ArrayList<>();
        while (!take('}')) {
            if (at == line.length()) {
                throw new IllegalArgumentException("the brace { is not closed");
            }
            cells.add(cell('}'));
            take(',');
        }
        return cells;
    }
}
