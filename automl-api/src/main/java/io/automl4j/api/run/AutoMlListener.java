package io.automl4j.api.run;

/** Told what happens in a run, in the thread that called {@code fit}. */
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
