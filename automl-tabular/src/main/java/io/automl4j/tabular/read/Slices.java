package io.automl4j.tabular.read;

/** Slices of arrays against strings. */
final class Slices {
    private Slices() {}

    static boolean equal(String string, char[] text, int offset, int length) {
        if (string.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (string.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
