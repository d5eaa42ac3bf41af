package io.automl4j.benchmarks.hostile;

import java.util.function.Consumer;

/** Ends this process when something takes too long: a test that hangs tells nothing. */
final class Watch implements AutoCloseable {
    private static final int HUNG = 3;
    private static final int LOOKS_MILLIS = 500;

    private final int limitMillis;
    private final Consumer<String> print;
    private final Thread thread;
    private volatile String name = "";
    private volatile long begun = System.nanoTime();

    Watch(int limitMillis, Consumer<String> print) {
        this.limitMillis = limitMillis;
        this.print = print;
        this.thread = new Thread(this::look, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something begins; what was before has ended. */
    void begin(String what) {
        name = what;
        begun = System.nanoTime();
    }

    private void look() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(LOOKS_MILLIS);
                if ((System.nanoTime() - begun) / 1_000_000 > limitMillis) {
                    print.accept(name + " hangs");
                    Runtime.getRuntime().halt(HUNG);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
