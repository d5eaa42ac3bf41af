package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;
import java.util.Arrays;
import java.util.List;

/**
 * By what rows that a model was trained on are recognised when they come again: the smallest hashes of rows in each of
 * several choices of columns (bottom-k sketches, Cohen and Kaplan 2007, doi:10.1145/1281100.1281133), so that some choices
 * remain where columns are gone. A hash is of all cells of a row in the choice and its target together; no cell can be read
 * from it by itself.
 *
 * @param rows how many rows there were
 * @param views one for each choice of columns
 */
public record RowTrace(int rows, List<View> views) {

    /** Copies the list. */
    public RowTrace {
        views = List.copyOf(views);
    }

    /**
     * The rows in some columns.
     *
     * @param columns their names
     * @param hashes the smallest hashes of rows in rising order; handed over, not to be changed
     * @param complete whether these are the hashes of all rows, not only the smallest
     */
    public record View(List<String> columns, long[] hashes, boolean complete) {

        /**
         * Copies the names.
         *
         * @throws IllegalArgumentException if hashes do not rise, or there is none of some
         */
        public View {
            columns = List.copyOf(columns);
            Checks.argument(complete || hashes.length > 0, "The smallest hashes in %s are none.", columns);
            for (int i = 1; i < hashes.length; i++) {
                Checks.argument(hashes[i - 1] < hashes[i], "Hash %d of %d does not rise.", i, hashes.length);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof View that
                    && columns.equals(that.columns)
                    && complete == that.complete
                    && Arrays.equals(hashes, that.hashes);
        }

        @Override
        public int hashCode() {
            return 31 * columns.hashCode() + Arrays.hashCode(hashes);
        }
    }

    Node save() {
        return new Node()
                .put("rows", rows)
                .put(
                        "views",
                        views.stream()
                                .map(view -> new Node()
                                        .put("columns", view.columns)
                                        .put("hashes", view.hashes)
                                        .put("complete", view.complete))
                                .toList());
    }

    static RowTrace load(Node node) {
        return new RowTrace(
                node.integer("rows"),
                node.nodes("views").stream()
                        .map(view -> new View(view.texts("columns"), view.longs("hashes"), view.flag("complete")))
                        .toList());
    }
}
