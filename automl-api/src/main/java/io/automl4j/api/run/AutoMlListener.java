package io.automl4j.api.run;

/** Told what happens in a run, in its thread: that which called {@code fit}, or that of {@code start}. What it throws ends the run. */
@FunctionalInterface
public interface AutoMlListener {

    /** Listens to nothing. */
    AutoMlListener NONE = event -> {};

    /**
     * Called for each event.
     *
     * @param event what happened
     */
    void on(AutoMlEvent event);
}
