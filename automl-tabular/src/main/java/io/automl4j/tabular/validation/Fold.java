package io.automl4j.tabular.validation;

/** Rows to learn from and rows to validate on, by their numbers, rising. */
public final class Fold {
    private final int[] train;
    private final int[] validation;

    Fold(int[] train, int[] validation) {
        this.train = train;
        this.validation = validation;
    }

    /**
     * The rows to learn from.
     *
     * @return the array itself, only to be read
     */
    public int[] train() {
        return train;
    }

    /**
     * The rows to validate on.
     *
     * @return the array itself, only to be read
     */
    public int[] validation() {
        return validation;
    }
}
