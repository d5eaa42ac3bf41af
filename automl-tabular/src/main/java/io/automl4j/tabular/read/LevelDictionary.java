package io.automl4j.tabular.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers different texts in the order of their appearance; a text that is known costs no new string. */
final class LevelDictionary {
    private final List<String> levels = new ArrayList<>();
    private int[] table = filled(32);

    private static int[] filled(int size) {
        int[] table = new int[size];
        Arrays.fill(table, -1);
        return table;
    }

    int code(char[] text, int offset, int length) {
        int mask = table.length - 1;
        int at = place(hash(text, offset, length), mask);
        while (table[at] >= 0) {
            if (Slices.equal(levels.get(table[at]), text, offset, length)) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        levels.add(new String(text, offset, length));
        table[at] = levels.size() - 1;
        if (levels.size() * 2 > table.length) {
            grow();
        }
        return levels.size() - 1;
    }

    /** As {@link String#hashCode}, so that growing needs no array of hashes. */
    private static int hash(char[] text, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    private static int place(int hash, int mask) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ (mixed >>> 16)) & mask;
    }

    private void grow() {
        table = filled(table.length * 2);
        int mask = table.length - 1;
        for (int code = 0; code < levels.size(); code++) {
            int at = place(levels.get(code).hashCode(), mask);
            while (table[at] >= 0) {
                at = (at + 1) & mask;
            }
            table[at] = code;
        }
    }

    List<String> levels() {
        return levels;
    }
}
