package io.automl4j.api.table;

import io.automl4j.api.Checks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by dictionary: each distinct text is kept once, in the order of its first appearance; a cell is its code. */
public final class StringColumn implements Column {
    /** The code of a missing cell. */
    public static final int MISSING = -1;

    private final List<String> levels;
    private final NumericStorage codes;

    private StringColumn(List<String> levels, NumericStorage codes) {
        this.levels = levels;
        this.codes = codes;
    }

    /**
     * A column of the given texts.
     *
     * @param cells the texts; an empty text is a missing cell
     * @return the column
     */
    public static StringColumn of(List<String> cells) {
        Builder builder = builder();
        cells.forEach(cell -> {
            if (cell.isEmpty()) {
                builder.addMissing();
            } else {
                builder.add(cell);
            }
        });
        return builder.build();
    }

    /**
     * A column from a dictionary and codes.
     *
     * @param levels the distinct texts
     * @param codes for each row an index into {@code levels}, or {@link #MISSING}
     * @return the column
     * @throws IllegalArgumentException if a code is outside the dictionary
     */
    public static StringColumn of(List<String> levels, int[] codes) {
        for (int code : codes) {
            Checks.argument(
                    code >= MISSING && code < levels.size(), "Code %d is not one of %d levels.", code, levels.size());
        }
        return new StringColumn(List.copyOf(levels), pack(codes, codes.length, levels.size()));
    }

    /**
     * A builder that grows row by row.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    private static NumericStorage pack(int[] codes, int size, int levels) {
        return NumericStorage.ofCodes(codes, size, levels);
    }

    /**
     * The dictionary. After {@link #select} it may hold texts that no row has.
     *
     * @return the distinct texts in the order of their codes
     */
    public List<String> levels() {
        return levels;
    }

    /**
     * The code of a row.
     *
     * @param row the row, from 0
     * @return an index into {@link #levels()}, or {@link #MISSING}
     */
    public int code(int row) {
        return (int) codes.get(row);
    }

    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public boolean isMissing(int row) {
        return code(row) == MISSING;
    }

    @Override
    public String text(int row) {
        int code = code(row);
        return code == MISSING ? "" : levels.get(code);
    }

    @Override
    public StringColumn select(int[] rows) {
        int[] selected = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = code(rows[i]);
        }
        return new StringColumn(levels, pack(selected, selected.length, levels.size()));
    }

    /** Collects texts. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Integer> dictionary = new HashMap<>();
        private int[] codes = new int[64];
        private int size;

        private Builder() {}

        /**
         * Appends a text.
         *
         * @param text the text
         * @return this builder
         */
        public Builder add(String text) {
            Integer known = dictionary.get(text);
            int code = known == null ? dictionary.size() : known;
            if (known == null) {
                dictionary.put(text, code);
            }
            return append(code);
        }

        /**
         * Appends a missing cell.
         *
         * @return this builder
         */
        public Builder addMissing() {
            return append(MISSING);
        }

        private Builder append(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size + (size >> 1));
            }
            codes[size++] = code;
            return this;
        }

        /**
         * The column of everything added so far.
         *
         * @return the column
         */
        public StringColumn build() {
            String[] levels = new String[dictionary.size()];
            dictionary.forEach((text, code) -> levels[code] = text);
            return new StringColumn(List.of(levels), pack(codes, size, levels.length));
        }
    }
}
