package io.automl4j.tabular.read;

import io.automl4j.model.parse.NumberText;

/** What the numbers of a column are like. */
final class NumberStatistics {
    /** Codes of one or two digits, such as hours, are numbers even with leading zeros. */
    private static final int SHORTEST_CODE = 3;

    private static final double EXACT = 0x1p53;

    private long count;
    private boolean whole = true;
    private boolean padded;
    private boolean inexact;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** Looks at a text; false if it is no number. */
    boolean add(char[] text, int offset, int length) {
        double value = NumberText.parse(text, offset, length);
        if (Double.isNaN(value)) {
            return false;
        }
        count++;
        if (Double.isInfinite(value)) {
            return true;
        }
        boolean integer = whole && value == Math.rint(value);
        whole = integer;
        if (integer) {
            inexact |= Math.abs(value) >= EXACT;
            padded |= text[offset] == '0' && length >= SHORTEST_CODE && text[offset + 1] != '.';
        }
        low = Math.min(low, value);
        high = Math.max(high, value);
        return true;
    }

    long count() {
        return count;
    }

    /** Whether all are whole numbers. */
    boolean whole() {
        return whole;
    }

    /** Whether they are codes that happen to consist of digits: leading zeros would be lost. */
    boolean padded() {
        return whole && padded;
    }

    /** Whether they are whole, and some too long for a number to hold exactly. */
    boolean inexact() {
        return whole && inexact;
    }

    /** Whether so many different whole numbers leave hardly a gap. */
    boolean dense(long numbers) {
        return whole && high - low < 1.1 * numbers;
    }
}
