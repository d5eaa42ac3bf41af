package io.automl4j.tabular.validation;

/** The rows of one fold: what a model is trained on and what it is validated on. No row is in both. */
public final class Fold {
    private final int[] train;
    private final int[] validation;

    Fold(int[] train, int[] validation) {
        this.train = train;
        this.validation = validation;
    }

    /**
     * The rows to train on.
     *
     * @return row numbers in ascending order, a new array
     */
    public int[] train() {
        return train.clone();
    }

    /**
     * The rows to validate on.
     *
     * @return row numbers in ascending order, a new array
     */
    public int[] validation() {
        return validation.clone();
    }

    @Override
    public String toString() {
        return "Fold[train %d, validation %d]".formatted(train.length, validation.length);
    }
}
