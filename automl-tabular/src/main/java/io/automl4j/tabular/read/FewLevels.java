package io.automl4j.tabular.read;

import java.util.ArrayList;
import java.util.List;

/** The different texts of a column as long as they are few. */
final class FewLevels {
    private static final int MOST = 6;
    private static final int LONGEST = 40;

    private final List<String> levels = new ArrayList<>(MOST);
    private boolean more;

    void add(char[] text, int offset, int length) {
        if (more) {
            return;
        }
        for (String level : levels) {
            if (Slices.equal(level, text, offset, length)) {
                return;
            }
        }
        more = levels.size() == MOST || length > LONGEST;
        if (!more) {
            levels.add(new String(text, offset, length));
        }
    }

    /** All different texts in the order of their appearance; empty if there are too many. */
    List<String> all() {
        return more ? List.of() : List.copyOf(levels);
    }
}
