package io.automl4j.benchmarks.accept;

import io.automl4j.api.table.Table;
import io.automl4j.tabular.Tables;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file and prints the seconds that it took and the bytes of heap that the table keeps. */
public final class BigFileReading {
    private BigFileReading() {}

    /**
     * Reads.
     *
     * @param args the file
     */
    public static void main(String[] args) {
        long before = used();
        long start = System.nanoTime();
        Table table = Tables.csv(Path.of(args[0]));
        double seconds = (System.nanoTime() - start) / 1e9;
        long kept = used() - before;
        System.out.printf(Locale.ROOT, "%d rows%n%.3f %d%n", table.rows(), seconds, kept);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
