package io.automl4j.model.parse;

/**
 * Numbers in text, the same on every machine: an optional sign, digits with at most one point, an optional exponent, or
 * a word for infinity. No thousands separators, no units, no hexadecimal form.
 */
public final class NumberText {
    /** Every integer up to this many digits is a double without loss. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private NumberText() {}

    /**
     * The number that a text is as a whole.
     *
     * @param text the text, without spaces around it
     * @return the nearest number, infinite if it is too great or the word says so, NaN if the text is no number
     */
    public static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /**
     * The number that a slice of an array is as a whole.
     *
     * @param text the array
     * @param offset where the slice begins
     * @param length the length of the slice
     * @return the nearest number, infinite if it is too great or the word says so, NaN if the text is no number
     */
    public static double parse(char[] text, int offset, int length) {
        int end = offset + length;
        int at = offset + signLength(text, offset, end);
        long mantissa = 0;
        int digits = 0;
        int whole = -1;
        for (; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                // the array of powers ends where a double stops being exact: more digits go the slow way
                mantissa = ++digits <= EXACT_DIGITS ? mantissa * 10 + (c - '0') : mantissa;
            } else if (c == '.' && whole < 0) {
                whole = digits;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return infinity(text, offset, length);
        }
        if (at == end && digits <= EXACT_DIGITS) {
            double size = mantissa / POWERS[whole < 0 ? 0 : digits - whole];
            return text[offset] == '-' ? -size : size;
        }
        return at == end || isExponent(text, at, end)
                ? Double.parseDouble(new String(text, offset, length))
                : Double.NaN;
    }

    private static int signLength(char[] text, int offset, int end) {
        return offset < end && (text[offset] == '-' || text[offset] == '+') ? 1 : 0;
    }

    private static boolean isExponent(char[] text, int offset, int end) {
        if (text[offset] != 'e' && text[offset] != 'E') {
            return false;
        }
        int first = offset + 1 + signLength(text, offset + 1, end);
        for (int at = first; at < end; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return first < end;
    }

    private static double infinity(char[] text, int offset, int length) {
        int sign = signLength(text, offset, offset + length);
        int letters = length - sign;
        if (letters != 3 && letters != 8) {
            return Double.NaN;
        }
        String word = new String(text, offset + sign, letters);
        boolean infinite = word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
        if (!infinite) {
            return Double.NaN;
        }
        return text[offset] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
