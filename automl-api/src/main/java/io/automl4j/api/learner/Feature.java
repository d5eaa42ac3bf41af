package io.automl4j.api.learner;

/**
 * An encoded column.
 *
 * @param name the name, derived from the raw column's
 * @param levels for a categorical column of codes {@code 0 … levels-1} the number of codes; 0 for a numeric one
 */
public record Feature(String name, int levels) {

    /**
     * Whether the column holds codes.
     *
     * @return true for a categorical column
     */
    public boolean isCategorical() {
        return levels > 0;
    }
}
