package io.automl4j.tabular.read;

import java.util.Arrays;

/**
 * The outward form that all texts of a column share, by which keys are known: letters and digits at the same places
 * ({@code 3f2a-…}, {@code AB 123}), or one word in front of a number ({@code user17}). Sequences of letters alone, such
 * as those of genes, are never keys.
 */
final class TokenShape {
    private static final double USUAL = 0.9;

    private char[] mask = new char[0];
    private int prefix;
    private char[] first = new char[0];
    private long texts;
    private long withDigit;
    private boolean alike = true;
    private boolean numbered = true;

    void add(char[] text, int offset, int length) {
        if (!alike && !numbered) {
            return;
        }
        if (texts == 0) {
            begin(text, offset, length);
        }
        texts++;
        boolean digit = false;
        for (int i = 0; i < length; i++) {
            digit |= Slices.isDigit(text[offset + i]);
        }
        withDigit += digit ? 1 : 0;
        alike = alike && isAlike(text, offset, length);
        numbered = numbered && isNumbered(text, offset, length);
    }

    private void begin(char[] text, int offset, int length) {
        first = Arrays.copyOfRange(text, offset, offset + length);
        mask = new char[length];
        for (int i = 0; i < length; i++) {
            mask[i] = form(first[i]);
        }
        while (prefix < length && !Slices.isDigit(first[prefix])) {
            prefix++;
        }
    }

    private static char form(char c) {
        return Character.isLetterOrDigit(c) ? 'x' : c;
    }

    private boolean isAlike(char[] text, int offset, int length) {
        if (length != mask.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (form(text[offset + i]) != mask[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumbered(char[] text, int offset, int length) {
        if (length <= prefix) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text[offset + i];
            if (i < prefix ? c != first[i] : !Slices.isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether texts that are all different are keys by their form. */
    boolean isKey() {
        return texts > 0 && (numbered || (alike && mask.length >= 4 && withDigit >= USUAL * texts));
    }
}
