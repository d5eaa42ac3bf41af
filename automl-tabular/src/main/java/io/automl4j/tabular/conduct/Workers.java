package io.automl4j.tabular.conduct;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that train. */
public final class Workers {
    private Workers() {}

    /**
     * Some threads that do not keep the JVM alive.
     *
     * @param threads how many
     * @param name what they are called
     * @return their pool, to be shut down
     */
    public static ExecutorService pool(int threads, String name) {
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
