package io.automl4j.api;

/** An update of a model that did not prove itself on new rows kept apart; the model remains as it was. */
public final class UpdateRefusedException extends AutoMlException {
    private final double before;
    private final double after;

    /**
     * A refusal.
     *
     * @param message both scores, and what to do
     * @param before the score of the model as it was, on new rows kept apart
     * @param after that of the updated one, on the same rows
     */
    public UpdateRefusedException(String message, double before, double after) {
        super(message);
        this.before = before;
        this.after = after;
    }

    /**
     * How good the model is as it was.
     *
     * @return its metric on new rows kept apart
     */
    public double before() {
        return before;
    }

    /**
     * How good the update would have been.
     *
     * @return its metric on the same rows
     */
    public double after() {
        return after;
    }
}
